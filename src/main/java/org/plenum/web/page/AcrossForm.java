package org.plenum.web.page;

import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Across;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.SessionStage;
import org.plenum.vocabulary.Stages;
import org.plenum.vocabulary.VoteId;

/** What may tie a vote to other sessions, as the form offers it: minutes to approve, stages to begin or to go on with. */
final class AcrossForm {
    private static final int MOST = 12;
    private static final Map<String, Stages> BEGUN = new LinkedHashMap<>();

    static {
        // Art. 6, c. 4, d.lgs. 267/2000.
        BEGUN.put(
                "statute",
                new Stages(
                        share(Fraction.parse("2/3"), Rule.Test.REACHED),
                        share(Fraction.HALF, Rule.Test.EXCEEDED),
                        2,
                        Period.ofDays(30),
                        null));
        BEGUN.put("twice", new Stages(null, share(Fraction.HALF, Rule.Test.EXCEEDED), 2, null, null));
    }

    /** A choice: its name in the form, and its words. */
    record Option(String name, String words) {}

    private AcrossForm() {}

    private static Rule share(Fraction threshold, Rule.Test test) {
        return new Rule.Share(Rule.Base.SEATS, threshold, test, Measure.HEADS);
    }

    /**
     * Reads a choice; null where nothing ties the vote to other sessions.
     *
     * @throws Malformed if there is none such
     */
    static @Nullable Across read(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        // No identifier has a slash.
        var parts = List.of(name.split("/", 3));
        var kind = parts.getFirst();
        if (kind.equals("after") && parts.size() == 3) {
            return Across.after(new SessionId(parts.get(1)), new VoteId(parts.get(2)));
        }
        if (kind.equals("minutes") && parts.size() == 2) {
            return Across.minutesOf(new SessionId(parts.get(1)));
        }
        var stages = kind.equals("stages") && parts.size() == 2 ? BEGUN.get(parts.get(1)) : null;
        if (stages == null) {
            throw new Malformed(Malformed.Fault.WORD, "across", name);
        }
        return Across.first(stages);
    }

    /** The choices in a session, among all sessions of its assembly. */
    static List<Option> options(Scene scene, List<SessionLine> sessions, Said said) {
        var others = sessions.stream()
                .filter(line ->
                        line.assembly().equals(scene.assembly()) && !line.id().equals(scene.id()))
                .toList();
        var options = new ArrayList<Option>();
        var goneOn = new HashSet<SessionLine.StageRef>();
        sessions.forEach(line -> line.stages().forEach(stage -> goneOn.addAll(stage.earlier())));
        for (var line : others) {
            line.stages().stream()
                    .filter(stage ->
                            stage.goesOn() && !goneOn.contains(new SessionLine.StageRef(line.id(), stage.vote())))
                    .forEach(stage -> options.add(new Option(
                            "after/" + line.id() + "/" + stage.vote(),
                            said.say("vote.across.after", stage.subject(), said.day(line.date())))));
        }
        BEGUN.keySet().forEach(name -> options.add(new Option("stages/" + name, said.say("vote.across." + name))));
        others.stream()
                .filter(line -> line.stage() == SessionStage.CLOSED)
                .limit(MOST)
                .forEach(line -> options.add(new Option(
                        "minutes/" + line.id(), said.say("vote.across.minutes", line.title(), said.day(line.date())))));
        return options;
    }
}
