package org.plenum.projection.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.SeatArrived;
import org.plenum.projection.Replay;
import org.plenum.projection.RollCallRun;
import org.plenum.projection.SessionHistory;
import org.plenum.projection.quorum.QuorumFold;
import org.plenum.projection.quorum.QuorumStep;
import org.plenum.projection.wording.EventSentences;
import org.plenum.projection.wording.FindingSentences;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Finding;
import org.plenum.vocabulary.Measure;

/**
 * One event of a session told to somebody who reads from the first to the last: what happened, what was noticed, and how
 * the quorum stood when it had happened.
 *
 * @param quorum null while nothing is stated about presence, and within a roll call, which is one act
 */
public record Telling(
        Recorded<SessionEvent> recorded,
        Bilingual sentence,
        List<Noticed> findings,
        @Nullable Standing quorum) {

    /** Keeps its own copy of the findings. */
    public Telling {
        findings = List.copyOf(findings);
    }

    /** Something noticed about the event, and in words. */
    public record Noticed(Finding finding, Bilingual sentence) {}

    /**
     * How the quorum stands.
     *
     * @param by the measure that the numbers are in
     * @param whole what all voting seats come to in it; null where it is not known of all
     */
    public record Standing(
            QuorumStep step, Measure by, @Nullable BigDecimal whole) {}

    /**
     * Tells a whole history.
     *
     * @throws org.plenum.projection.ReplayMismatch where the history contradicts itself
     */
    public static List<Telling> of(SessionHistory history) {
        var replay = new Replay();
        var names = new NamesFold();
        var quorum = new QuorumFold();
        var rollCall = new RollCallRun();
        var told = new ArrayList<Telling>();
        for (var recorded : history.events()) {
            replay.apply(recorded);
            names.apply(recorded);
            quorum.apply(replay.state(), recorded);
            var belongs = rollCall.goesOn(replay.state(), recorded);
            if (belongs && !(recorded.event() instanceof SessionEvent.RollCalled)) {
                told.add(told.removeLast().withoutQuorum());
            }
            var known = names.view();
            var sentences = new EventSentences(known);
            told.add(new Telling(
                    recorded,
                    belongs && recorded.event() instanceof SeatArrived arrived
                            ? sentences.answered(arrived)
                            : sentences.of(recorded.event()),
                    recorded.findings().stream()
                            .map(finding -> new Noticed(finding, FindingSentences.of(finding, known)))
                            .toList(),
                    standing(replay, quorum)));
        }
        return List.copyOf(told);
    }

    private static @Nullable Standing standing(Replay replay, QuorumFold quorum) {
        if (replay.state().roll().isEmpty()) {
            return null;
        }
        var view = quorum.view(replay.state());
        var now = view.now();
        return now == null
                ? null
                : new Standing(
                        now, view.by(), replay.state().countingRoll().totals().in(view.by()));
    }

    private Telling withoutQuorum() {
        return new Telling(recorded, sentence, findings, null);
    }
}
