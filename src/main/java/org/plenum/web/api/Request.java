package org.plenum.web.api;

import org.jspecify.annotations.Nullable;
import org.plenum.language.Language;
import org.plenum.vocabulary.CommandKey;
import org.plenum.web.security.Person;

/**
 * What goes with a request besides what it asks.
 *
 * @param key the caller's own name for the command, where there is one
 * @param prefersText whether the caller would rather read plain text than JSON
 * @param body the body as it came; empty where it is not for the endpoint itself to read
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record Request(Person person, @Nullable CommandKey key, Language language, boolean prefersText, byte[] body) {}
