package org.plenum.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.Finding;
import org.plenum.vocabulary.StatedTime;

/**
 * An event with the circumstances of its recording.
 *
 * @param position its place in the order of its session or assembly, from 1, without gaps
 * @param recordedAt when the ledger accepted it, by the ledger's own clock; never earlier than the one before it
 * @param stated when it happened, as somebody states it
 * @param actor who gave the command
 * @param findings what the ledger noticed as it recorded it
 */
public record Recorded<E extends Event>(
        long position, Instant recordedAt, @Nullable StatedTime stated, Actor actor, List<Finding> findings, E event) {
    /** Keeps its own copy of the findings. */
    public Recorded {
        findings = List.copyOf(findings);
    }
}
