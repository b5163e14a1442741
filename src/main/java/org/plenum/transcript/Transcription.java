package org.plenum.transcript;

import org.plenum.ledger.Answer;
import org.plenum.vocabulary.SessionId;

/** What became of a transcript file that could be read. */
public sealed interface Transcription {
    /** The session stands in the ledger, whole. */
    record Recorded(SessionId session, Answer.Accepted answer) implements Transcription {}

    /** The ledger could not record it, for a reason of its own: nothing of the session is there, or it is not known. */
    record Failed(SessionId session, Answer answer) implements Transcription {}
}
