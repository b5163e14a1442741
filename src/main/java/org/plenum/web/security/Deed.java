package org.plenum.web.security;

/** What people do besides giving commands, and who may. */
public enum Deed {
    /** Records a past session from a transcript file, and founds its assembly where that is new. */
    TRANSCRIBE,
    /** Has everything that is read built anew from the events. */
    REBUILD;

    /** Whether a role may do it. */
    public boolean isOf(Role role) {
        return switch (this) {
            case TRANSCRIBE -> role == Role.CLERK;
            case REBUILD -> role == Role.ADMINISTRATOR;
        };
    }
}
