package org.plenum.web.security;

import org.plenum.command.Command;
import org.plenum.vocabulary.Words;

/** Somebody wants to do what the tables of permissions do not allow them. Nothing was recorded. */
public final class NotPermittedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Person person;
    private final String command;

    NotPermittedException(Person person, Command command) {
        this(person, command.getClass().getSimpleName());
    }

    NotPermittedException(Person person, String command) {
        super(person.actor() + " may not give " + command);
        this.person = person;
        this.command = command;
    }

    NotPermittedException(Person person, Deed deed) {
        super(person.actor() + " may not " + deed);
        this.person = person;
        this.command = Words.of(deed);
    }

    /** Who gave it. */
    public Person person() {
        return person;
    }

    /** What was to be done, as the tables of permissions name it. */
    public String command() {
        return command;
    }
}
