package org.plenum.web.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.SessionState;
import org.plenum.decision.VoteState;
import org.plenum.document.picture.Sign;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.SeatId;

/** What stands on each seat: whether it is there, and what it did in a vote. */
final class SeatSigns {
    private final SessionState state;

    SeatSigns(Look look) {
        this.state = look.state();
    }

    Sign presence(SeatId seat) {
        if (state.proxies().containsKey(seat)) {
            return Sign.REPRESENTED;
        }
        return switch (state.attendance().of(seat)) {
            case ABSENT -> Sign.ABSENT;
            case UNKNOWN -> state.attendance().neverStated() ? Sign.ABSENT : Sign.UNKNOWN;
            case PRESENT ->
                state.attendance()
                        .find(seat)
                        .filter(how -> how.mode() == Mode.REMOTE)
                        .map(_ -> Sign.REMOTE)
                        .orElse(Sign.PRESENT);
        };
    }

    /** What stands on a seat in a vote; null where it has no part in it. */
    @Nullable Sign cast(VoteState vote, SeatId seat, boolean seesChoice) {
        var choice = vote.ballots().get(seat);
        if (choice != null) {
            return seesChoice ? signOf(choice) : Sign.VOTED;
        }
        if (vote.hasCast(seat)) {
            return Sign.VOTED;
        }
        if (vote.recused().contains(seat) || vote.declined().contains(seat)) {
            return Sign.OUT;
        }
        return vote.electorate().seats().contains(seat) ? Sign.WAITING : null;
    }

    private static Sign signOf(Choice choice) {
        return switch (choice) {
            case Choice.Stance.FOR -> Sign.FOR;
            case Choice.Stance.AGAINST -> Sign.AGAINST;
            case Choice.Stance.ABSTAIN -> Sign.ABSTAIN;
            case Choice.Stance.BLANK -> Sign.BLANK;
            case Choice.Stance.VOID -> Sign.VOID;
            case Choice.Preferences _ -> Sign.VOTED;
        };
    }

    /** A sign's name in messages and style. */
    static String word(Sign sign) {
        return sign.name().toLowerCase(Locale.ROOT);
    }
}
