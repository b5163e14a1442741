package org.plenum.web.security;

import java.util.Locale;

/** What somebody is in the room or behind it. One person may have several roles. */
public enum Role {
    /** Looks after assemblies, rolls, rules and people; takes no part in sessions. */
    ADMINISTRATOR,
    /** Presides. */
    PRESIDENT,
    /** Records. */
    CLERK,
    /** Acts for the seats that are bound to the person. */
    DELEGATE,
    /** Replays and verifies. */
    AUDITOR,
    /** Reads what the public may read. */
    READER;

    /** The word by which addresses and messages tell it: {@code president}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
