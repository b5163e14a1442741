package org.plenum.web.security;

import org.plenum.command.Command;

/** Somebody gave a command that the table of permissions does not allow them. Nothing was recorded. */
public final class NotPermittedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Person person;
    private final String command;

    NotPermittedException(Person person, Command command) {
        super(person.actor() + " may not give " + command.getClass().getSimpleName());
        this.person = person;
        this.command = command.getClass().getSimpleName();
    }

    /** Who gave it. */
    public Person person() {
        return person;
    }

    /** The command's name, as in the table of permissions. */
    public String command() {
        return command;
    }
}
