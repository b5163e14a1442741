package org.plenum.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.EarlierSessions;
import org.plenum.decision.SessionState;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionStage;

/** A session in a list. */
record SessionLine(
        String id,
        String assembly,
        String assemblyName,
        String title,
        LocalDate date,
        SessionStage stage,
        boolean transcribed,
        int seats,
        int present,
        int votes,
        List<SeatName> roll,
        List<StageLine> stages) {

    /** A seat by name. */
    record SeatName(String id, String name, @Nullable String delegate) {}

    /**
     * A vote that was a stage of a question.
     *
     * @param goesOn whether it has an outcome and the question is not adopted yet
     */
    record StageLine(String vote, String subject, boolean goesOn, List<StageRef> earlier) {}

    /** A vote of a session. */
    record StageRef(String session, String vote) {}

    private static List<StageLine> stages(SessionState state) {
        var lines = new ArrayList<StageLine>();
        EarlierSessions.of(state)
                .staged()
                .forEach((vote, stage) -> state.vote(vote)
                        .ifPresent(known -> lines.add(new StageLine(
                                vote.value(),
                                known.opened().subject(),
                                stage.goesOn(),
                                stage.earlier().stream()
                                        .map(each -> new StageRef(
                                                each.session().value(),
                                                each.vote().value()))
                                        .toList()))));
        return lines;
    }

    static SessionLine of(SessionState state) {
        var convened = state.convened();
        return new SessionLine(
                convened.session().value(),
                convened.assembly().value(),
                convened.assemblyName(),
                convened.title(),
                convened.date(),
                state.stage(),
                state.isTranscribed(),
                state.roll().size(),
                state.attendance().count(),
                state.votes().size(),
                state.roll().values().stream()
                        .map(seat -> new SeatName(seat.id().value(), seat.name(), delegateName(state, seat.id())))
                        .toList(),
                stages(state));
    }

    private static @Nullable String delegateName(SessionState state, SeatId seat) {
        var delegate = state.delegateOf(seat);
        return delegate == null ? null : delegate.name();
    }

    /** Whether it goes on now. */
    public boolean runs() {
        return stage == SessionStage.OPEN || stage == SessionStage.SUSPENDED;
    }

    /** Whether it can still be opened, or goes on. */
    public boolean isAlive() {
        return runs() || stage == SessionStage.CONVENED || stage == SessionStage.ADJOURNED;
    }
}
