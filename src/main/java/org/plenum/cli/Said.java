package org.plenum.cli;

/** What ends a command with a message and an exit code: something that whoever called it can put right. */
final class Said extends RuntimeException {
    /** With a message for people, in their language. */
    Said(String message) {
        super(message);
    }
}
