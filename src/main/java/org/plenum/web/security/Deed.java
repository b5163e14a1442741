package org.plenum.web.security;

/** What people do besides giving commands, and who may. */
public enum Deed {
    /** Records a past session from a transcript file, and founds its assembly where that is new. */
    TRANSCRIBE,
    /** Has everything that is read built anew from the events. */
    REBUILD,
    /** Invites people, says what they are, keeps them out. */
    MANAGE_PEOPLE,
    /** Prints one-time links for an assembly's delegates. */
    HAND_OUT_LINKS;

    /** Whether a role may do it. */
    public boolean isOf(Role role) {
        return switch (this) {
            case TRANSCRIBE -> role == Role.CLERK;
            case REBUILD, MANAGE_PEOPLE -> role == Role.ADMINISTRATOR;
            case HAND_OUT_LINKS -> role == Role.ADMINISTRATOR || role == Role.CLERK;
        };
    }
}
