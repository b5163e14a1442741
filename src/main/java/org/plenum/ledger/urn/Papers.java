package org.plenum.ledger.urn;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.plenum.ledger.urn.UrnKeys.UrnName;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;

/**
 * What the ballots of a vote look like in its urn: one byte for a stance, and in an election two more for each preference
 * that a ballot may carry, used or not.
 *
 * @param candidates who can be preferred, in the order of the list; nobody in a question
 * @param preferences how many of them at most
 */
public record Papers(List<CandidateId> candidates, int preferences) {
    private static final byte PREFERENCES = 6;

    /** Papers of a vote on a question. */
    public static final Papers OF_A_QUESTION = new Papers(List.of(), 0);

    /** Keeps its own list. */
    public Papers {
        candidates = List.copyOf(candidates);
    }

    private int size() {
        return 1 + Short.BYTES * preferences;
    }

    byte[] write(List<Choice> ballots) {
        var plain = ByteBuffer.allocate(ballots.size() * size());
        for (var i = 0; i < ballots.size(); i++) {
            plain.position(i * size());
            switch (ballots.get(i)) {
                case Choice.Stance stance -> plain.put(code(stance));
                case Choice.Preferences(var preferred) -> {
                    plain.put(PREFERENCES);
                    // Counted from 1: nothing is preferred where nothing is written.
                    preferred.forEach(candidate -> plain.putShort((short) (candidates.indexOf(candidate) + 1)));
                }
            }
        }
        return plain.array();
    }

    List<Choice> read(UrnName urn, byte[] plain) {
        if (plain.length % size() != 0) {
            throw none(urn);
        }
        var ballots = new ArrayList<Choice>();
        var bytes = ByteBuffer.wrap(plain);
        for (var at = 0; at < plain.length; at += size()) {
            bytes.position(at);
            var code = bytes.get();
            ballots.add(code == PREFERENCES ? preferences(urn, bytes) : stance(urn, code));
        }
        return ballots;
    }

    private Choice preferences(UrnName urn, ByteBuffer bytes) {
        var preferred = new ArrayList<CandidateId>();
        for (var i = 0; i < preferences; i++) {
            var number = bytes.getShort();
            if (number > candidates.size()) {
                throw none(urn);
            }
            if (number > 0) {
                preferred.add(candidates.get(number - 1));
            }
        }
        return new Choice.Preferences(preferred);
    }

    private static byte code(Choice.Stance stance) {
        return switch (stance) {
            case FOR -> 1;
            case AGAINST -> 2;
            case ABSTAIN -> 3;
            case BLANK -> 4;
            case VOID -> 5;
        };
    }

    private static Choice.Stance stance(UrnName urn, byte code) {
        for (var stance : Choice.Stance.values()) {
            if (code(stance) == code) {
                return stance;
            }
        }
        throw none(urn);
    }

    private static UrnFailed none(UrnName urn) {
        return new UrnFailed("the urn of " + urn.vote() + " holds a ballot that is none");
    }
}
