package org.plenum.transcript;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Choice;

/** What minutes can say of a seat in a vote: the lists of a vote step. */
public enum Stand {
    FOR(Choice.Stance.FOR),
    AGAINST(Choice.Stance.AGAINST),
    ABSTAIN(Choice.Stance.ABSTAIN),
    BLANK(Choice.Stance.BLANK),
    VOID(Choice.Stance.VOID),
    /** Present, and took no part. */
    DECLINED(null),
    /** Not in the room for this vote. */
    ABSENT(null);

    private final Optional<Choice.Stance> stance;

    Stand(Choice.@Nullable Stance stance) {
        this.stance = Optional.ofNullable(stance);
    }

    /** The ballot cast; empty where none was. */
    public Optional<Choice.Stance> stance() {
        return stance;
    }
}
