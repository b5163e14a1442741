package org.plenum.vocabulary;

import java.time.LocalDate;

/**
 * A stage that was voted on in an earlier session.
 *
 * @param date the day of that session
 * @param carried whether it reached the majority that it needed
 * @param upTo the last position of that session that was known
 */
public record Stage(SessionId session, VoteId vote, LocalDate date, boolean carried, long upTo) {}
