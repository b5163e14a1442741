package org.plenum.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * What ties a vote to other sessions, one of three: it approves the minutes of an earlier session and only those vote who
 * sat there; it is the first of the stages in which a question is decided; or it is the next of them.
 *
 * @param session the earlier session; null at a first stage
 * @param vote the vote of that session that this one goes on from; null where it approves minutes
 * @param stages how the question is decided; null but at a first stage
 */
public record Across(
        @Nullable SessionId session,
        @Nullable VoteId vote,
        @Nullable Stages stages) {
    /** Takes one of the three forms. */
    public Across {
        if ((session == null) == (stages == null) || (vote != null && session == null)) {
            throw new IllegalArgumentException("a vote is tied to other sessions in one way");
        }
    }

    /** It approves the minutes of that session. */
    public static Across minutesOf(SessionId session) {
        return new Across(session, null, null);
    }

    /** It is the first of these stages. */
    public static Across first(Stages stages) {
        return new Across(null, null, stages);
    }

    /** It is the stage after that vote of an earlier session. */
    public static Across after(SessionId session, VoteId vote) {
        return new Across(session, vote, null);
    }
}
