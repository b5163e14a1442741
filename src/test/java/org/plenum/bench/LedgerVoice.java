package org.plenum.bench;

import org.plenum.command.Command;
import org.plenum.ledger.Answer;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.Submission;
import org.plenum.vocabulary.Actor;

/** Gives commands to a ledger in this process. */
record LedgerVoice(Ledger ledger, Meeting meeting) implements Voice {
    /** Opens the meeting. */
    void begin() {
        meeting.opening().forEach(this::give);
    }

    private Answer.Accepted give(Command command) {
        var answer = ledger.submit(Submission.of(command, Actor.LOCAL)).join();
        if (answer instanceof Answer.Accepted accepted) {
            return accepted;
        }
        throw new IllegalStateException(command.getClass().getSimpleName() + " was answered " + answer);
    }

    @Override
    public long cast(int vote, int seat) {
        return give(meeting.ballot(vote, seat)).position();
    }

    @Override
    public void open(int vote) {
        give(meeting.openVote(vote));
    }

    @Override
    public void close(int vote) {
        give(meeting.closeVote(vote));
    }

    @Override
    public void close() {}
}
