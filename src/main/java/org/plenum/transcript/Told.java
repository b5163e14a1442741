package org.plenum.transcript;

import org.plenum.command.SessionCommand;
import org.plenum.vocabulary.When;

/**
 * A command that stands for something the minutes tell.
 *
 * @param when when they say that it happened
 * @param pointer where they tell it, as a JSON pointer into the file
 */
public record Told(SessionCommand command, When when, String pointer) {}
