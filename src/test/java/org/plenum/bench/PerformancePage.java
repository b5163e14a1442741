package org.plenum.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** docs/performance.md: the numbers of a run, and what is to be known about them. */
final class PerformancePage {
    private static final Map<String, List<String>> HEADS = Map.of(
            Casting.IN_PROCESS,
            List.of("", "ballots/s", "median", "99 of 100", "longest", "processor time for each, µs"),
            Casting.OVER_HTTP,
            List.of("", "ballots/s", "median", "99 of 100", "longest", "each with its key"),
            Growth.FILE,
            List.of("ballots of", "entries", "each adds", "file", "after the next start", "for each", "which takes"),
            Reading.FOLDS,
            List.of("what is folded", "events", "time", "events/s"),
            Reading.OPENED,
            List.of("a session that is under way", "events", "time"),
            Reading.QUESTIONS,
            List.of("question", "events", "median", "99 of 100"),
            Starting.STARTS,
            List.of("with", "median", "longest", "memory then"),
            Evidence.BUNDLES,
            List.of("command", "entries", "time", "memory, at most"),
            Hall.WATCHED,
            List.of("how", "watchers", "changes seen", "median", "99 of 100", "longest"));

    private final Findings findings;

    private PerformancePage(Findings findings) {
        this.findings = findings;
    }

    static String of(Findings findings, Machine machine, boolean quick) {
        var page = new PerformancePage(findings);
        return """
                # Performance

                Measured on %s by `scripts/bench%s`, which writes this page; the words around the numbers are in
                `PerformancePage`, beside the code that measures. %s.

                Everything runs on that one machine: whoever asks takes from the same processors as who answers. Ratios
                travel to other machines, absolute numbers don't.

                ## What is aimed at

                %s
                %s
                ## Ballots in process

                A live session of many seats votes on one question after another: each client casts a ballot, waits for
                its answer, casts the next; whoever casts the last ballot of a vote closes it and opens the next while the
                others wait. The notary is at work. An answer comes only after a sync that began after the commit. The
                floor is what plain JDBC reaches with one row, one commit and one `CHECKPOINT SYNC` at a time, on the same
                disk, in the same run. This process and the server have a heap of at most 1 GB each.

                %s
                More clients are not slower but faster: what waits is decided one by one and committed together, and one
                sync serves all. That, and not a faster database, is what stands above the floor.

                ## Ballots over HTTP

                From another process over the loopback interface, on connections that stay open, each request through
                sign-in, strict reading and the rule of permissions like any other.

                %s
                ## How the file grows

                The database only adds to its file (see [decisions](decisions/what-is-answered-survives.md)). A start makes
                a file of 64 MB and more small where less than a third of it is needed.

                %s
                ## Events folded again

                From the database, page by page, in the order of positions, in a process that has run before.

                %s
                ## Questions

                Over HTTP, in sessions of 200 seats. A question about the past folds the events up to there anew; there are
                no snapshots to keep in step (see [decisions](decisions/no-snapshots.md)).

                %s
                ## A session opened after a start

                What is under way is folded as soon as the server answers, so that nobody need wait for it; whoever is
                sooner waits for the same fold.

                %s
                ## Starts

                From the start of the process until the list of sessions has been answered.

                %s
                ## Evidence

                %s
                ## Screens

                From a command's being sent to its being on a screen, for each command and each screen. The live stream
                brings the state; a wall and a delegate's phone are told their page whole, the phone when a vote opens or
                closes and not when others vote. Whoever never reads stays connected beside those who are measured.

                %s
                ## What made it fast, and what did not

                %s""".formatted(
                        machine.day(),
                        quick ? " --quick" : "",
                        machine.text(),
                        page.aims(),
                        page.missed(),
                        page.table(Casting.IN_PROCESS),
                        page.table(Casting.OVER_HTTP),
                        page.table(Growth.FILE),
                        page.table(Reading.FOLDS),
                        page.table(Reading.QUESTIONS),
                        page.table(Reading.OPENED),
                        page.table(Starting.STARTS),
                        page.table(Evidence.BUNDLES),
                        page.table(Hall.WATCHED),
                        Lessons.TEXT);
    }

    private String aims() {
        var lines = findings.aims().stream()
                .map(aim -> "| %s | %s | %s | %s |"
                        .formatted(aim.what(), aim.wanted(), aim.measured(), aim.holds() ? "yes" : "**no**"))
                .collect(Collectors.joining("\n"));
        return "| What | Aim | Measured | Holds |\n|---|---|---|---|\n" + lines + "\n";
    }

    /** What is missed, by how much, and why. */
    private String missed() {
        var missed = findings.aims().stream().filter(aim -> !aim.holds()).toList();
        if (missed.isEmpty()) {
            return failed() + "In this run every aim that was measured holds.\n";
        }
        return failed()
                + "In this run %d of %d aims %s missed:\n\n"
                        .formatted(missed.size(), findings.aims().size(), missed.size() == 1 ? "is" : "are")
                + missed.stream()
                        .map(aim -> "- *%s*: %s, where %s was aimed at. %s\n"
                                .formatted(aim.what(), aim.measured(), aim.wanted(), aim.why()))
                        .collect(Collectors.joining());
    }

    private String failed() {
        return findings.failures().isEmpty()
                ? ""
                : "**Not measured in this run**, because it failed: " + String.join("; ", findings.failures()) + "\n\n";
    }

    private String table(String name) {
        var head = HEADS.get(name);
        return line(head) + "|" + "---|".repeat(head.size()) + "\n"
                + findings.rows(name).stream().map(PerformancePage::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
