package org.plenum.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand;
import org.plenum.decision.Decision;
import org.plenum.decision.SessionDecision;
import org.plenum.language.RefusalSentences;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.When;
import org.plenum.web.security.Permissions;
import org.plenum.web.security.Person;

/** What can be done now, and why the rest cannot: asked of the very decision that the command would meet. */
final class Foresight {
    private final Map<String, String> reasons = new TreeMap<>();
    private final Room room;
    private final Person person;
    private final Said said;
    private final Instant now;

    Foresight(Room room, Person person, Said said, Instant now) {
        this.room = room;
        this.person = person;
        this.said = said;
        this.now = now;
    }

    /** Why somebody cannot give a command now; null where they can. */
    @Nullable String reason(SessionCommand command) {
        if (!Permissions.allow(person, command, room.state().convened().assembly())) {
            return said.say("not.permitted");
        }
        return switch (SessionDecision.decide(room.state(), given(command), When.NOT_STATED, now)) {
            case Decision.Accepted<?> _ -> null;
            // The ledger itself empties the urn when a secret vote is closed.
            case Decision.Refused<?>(Refusal.UrnNeeded _) when command instanceof SessionCommand.CloseVote -> null;
            case Decision.Refused<?>(var refusal) -> named(said.of(RefusalSentences.of(refusal)));
        };
    }

    /** The same sentence with votes called by their subjects: nobody in the room knows their identifiers. */
    private String named(String sentence) {
        var words = sentence;
        for (var vote : room.state().votes().values()) {
            var id = vote.opened().vote().value();
            var subject = vote.opened().subject();
            words = words.replace("«" + id + "»", "«" + subject + "»").replace("“" + id + "”", "“" + subject + "”");
        }
        return words;
    }

    /** What the ledger makes of a command that the rules leave to two persons. */
    private SessionCommand given(SessionCommand command) {
        return SessionDecision.asksForTwo(room.state(), command)
                ? new SessionCommand.Propose(command.session(), command, FreeText.withheld())
                : command;
    }

    /** Notes under a name whether a command can be given. */
    Foresight ask(String name, SessionCommand command) {
        var reason = reason(command);
        if (reason != null) {
            reasons.put(name, reason);
        }
        return this;
    }

    /** Notes under a name whether any of several commands can be given; where none can, why the first cannot. */
    Foresight askAny(String name, List<? extends SessionCommand> commands) {
        String first = null;
        for (var command : commands) {
            var reason = reason(command);
            if (reason == null) {
                return this;
            }
            first = first == null ? reason : first;
        }
        reasons.put(name, first == null ? "" : first);
        return this;
    }

    /** What cannot be done, each with its reason. */
    Possible possible() {
        return new Possible(Map.copyOf(reasons));
    }

    /** Which acts are barred, and why. */
    record Possible(Map<String, String> reasons) {
        /** Whether an act can be done. */
        public boolean can(String name) {
            return !reasons.containsKey(name);
        }

        /** Why it cannot. */
        public String why(String name) {
            return Objects.requireNonNullElse(reasons.get(name), "");
        }
    }
}
