package org.plenum.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.plenum.vocabulary.SeatId;

/** Screens in a hall and at home: how soon they show what changed, how many stay, and whether those who sleep harm others. */
final class Hall {
    static final String WATCHED = "watched";

    private static final int SEATS = 100;
    private static final int STUCK = 20;
    private static final int BALLOTS_PER_SECOND = 20;
    private static final int WALL_BALLOTS_PER_SECOND = 4;
    private static final Duration WANTED = Duration.ofMillis(250);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private Hall() {}

    static void measure(Plan plan, Product.Server server, Findings findings) throws Exception {
        var meeting = Meeting.of("watched", SEATS);
        try (var voice = new HttpVoice(server.port(), meeting, false)) {
            voice.begin(meeting);
            var voting = Voting.begin(meeting.seats(), voice);
            state(plan, server, meeting, voice, voting, findings);
            pages(plan, server, meeting, voice, voting, findings);
            stay(plan, server, meeting, voice, voting, findings);
        }
        var delegates = Meeting.of("delegates", plan.watchers());
        try (var voice = new HttpVoice(server.port(), delegates, false)) {
            voice.begin(delegates);
            phones(plan, server, delegates, voice, findings);
        }
    }

    private static void state(
            Plan plan, Product.Server server, Meeting meeting, HttpVoice voice, Voting voting, Findings findings)
            throws Exception {
        findings.now(Said.count(plan.watchers()) + " watchers, and " + STUCK + " that never read");
        var stuck = new ArrayList<HttpLine>();
        try (var watching = new Watching(server.port(), Watching.state(meeting), plan.watchers())) {
            for (var i = 0; i < STUCK; i++) {
                var line = new HttpLine(server.port());
                stuck.add(line);
                line.followWithoutReading(Watching.state(meeting));
            }
            watching.whileVoting(voice, voting, plan.watched().dividedBy(3), BALLOTS_PER_SECOND);
            var seen = watching.whileVoting(voice, voting, plan.watched(), BALLOTS_PER_SECOND);
            row(findings, "the live stream, %d clients stuck".formatted(STUCK), plan.watchers(), seen);
            findings.aim(Aim.within(
                            "a change is with " + Said.count(plan.watchers()) + " watchers (99 of 100)",
                            WANTED,
                            seen.changes().within(0.99))
                    .otherwise(
                            "A watcher is told at most ten times a second, and those who watch share the processors with "
                                    + "the server."));
        } finally {
            for (var line : stuck) {
                line.close();
            }
        }
    }

    private static void pages(
            Plan plan, Product.Server server, Meeting meeting, HttpVoice voice, Voting voting, Findings findings)
            throws Exception {
        findings.now(Said.count(plan.watchers()) + " walls");
        try (var watching = new Watching(server.port(), Watching.wall(meeting), plan.watchers())) {
            watching.whileVoting(voice, voting, plan.watched().dividedBy(3), WALL_BALLOTS_PER_SECOND);
            var seen = watching.whileVoting(voice, voting, plan.watched(), WALL_BALLOTS_PER_SECOND);
            row(findings, "walls, %d ballots a second".formatted(WALL_BALLOTS_PER_SECOND), plan.watchers(), seen);
            findings.aim(Aim.within(
                            "a change is on " + Said.count(plan.watchers()) + " walls (99 of 100)",
                            WANTED,
                            seen.changes().within(0.99))
                    .otherwise(
                            "The page is written once and sent a thousand times; those who read it share the processors with "
                                    + "the server."));
        }
    }

    /** A delegate is told what is put to the vote, not who has voted. */
    private static void phones(Plan plan, Product.Server server, Meeting meeting, HttpVoice voice, Findings findings)
            throws Exception {
        findings.now(Said.count(plan.watchers()) + " delegates' phones");
        var votes = new AtomicInteger();
        Watching.Deed openOrClose = chair -> {
            var vote = votes.incrementAndGet();
            if (vote % 2 == 1) {
                chair.open(vote / 2 + 1);
            } else {
                chair.close(vote / 2);
            }
        };
        try (var watching = new Watching(
                server.port(),
                Watching.phone(meeting),
                plan.watchers(),
                (line, number) -> signIn(line, meeting, Meeting.seat(number)))) {
            watching.during(voice, plan.watched().dividedBy(3), 1, openOrClose);
            var seen = watching.during(voice, plan.watched(), 1, openOrClose);
            row(findings, "delegates' phones, a vote opened or closed each second", plan.watchers(), seen);
            findings.aim(Aim.within(
                            "a vote is open on " + Said.count(plan.watchers()) + " phones (99 of 100)",
                            WANTED,
                            seen.changes().within(0.99))
                    .otherwise("Each phone has a page of its own, which is filled in and sent on the processors that "
                            + "those who read share with the server."));
        }
    }

    /** In the demonstration, whoever says for whom they act is signed in as that delegate. */
    private static void signIn(HttpLine line, Meeting meeting, SeatId seat) throws IOException {
        var token = TOKEN.matcher(line.get("/sign-in").good());
        if (!token.find()) {
            throw new IllegalStateException("the page to sign in at holds no form");
        }
        var answered = line.submit(
                "/sign-in/as",
                "_csrf=%s&role=DELEGATE&assembly=%s&seat=%s"
                        .formatted(
                                URLEncoder.encode(token.group(1), StandardCharsets.UTF_8), meeting.assembly(), seat));
        if (answered.status() / 100 != 3) {
            throw new IllegalStateException("signing in was answered " + answered.status() + ": " + answered.body());
        }
    }

    private static void stay(
            Plan plan, Product.Server server, Meeting meeting, HttpVoice voice, Voting voting, Findings findings)
            throws Exception {
        findings.now(Said.count(plan.connected()) + " stay connected");
        try (var watching = new Watching(server.port(), Watching.state(meeting), plan.connected())) {
            var seen = watching.whileVoting(voice, voting, plan.watched(), 1);
            row(findings, "the live stream, one ballot a second", plan.connected(), seen);
            findings.aim(Aim.none("lost of " + Said.count(plan.connected()) + " that stay connected", seen.left()));
        }
    }

    private static void row(Findings findings, String what, int watchers, Watching.Seen seen) throws IOException {
        findings.row(
                WATCHED,
                what,
                Said.count(watchers),
                Said.count(seen.changes().count()),
                Said.time(seen.changes().median()),
                Said.time(seen.changes().within(0.99)),
                Said.time(seen.changes().within(1)));
    }
}
