package org.plenum.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * One numbered point of the agenda.
 *
 * @param kind a kind that rules of procedure speak of ("budget"), where it has one
 */
public record AgendaItem(
        ItemNumber number, String title, @Nullable String kind) {
    /** Throws {@link Malformed} if the title or the kind cannot be one. */
    public AgendaItem {
        title = Texts.name("title", title);
        kind = kind == null ? null : Texts.name("kind", kind);
    }
}
