package org.plenum.vocabulary;

import org.jspecify.annotations.Nullable;

/** The person who acts for a seat, the role in which, and by what title; role and title only where stated. */
public record Delegate(
        String name, @Nullable String role, @Nullable Credential credential) {
    /** Throws {@link Malformed} if the name or the role cannot be one. */
    public Delegate {
        name = Texts.name("delegate", name);
        role = role == null ? null : Texts.name("role", role);
    }

    /** A delegate of whom only the name is known. */
    public static Delegate named(String name) {
        return new Delegate(name, null, null);
    }
}
