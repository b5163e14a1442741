package org.plenum.web.api;

/**
 * The fields of a JSON object, as a form asks for them. The same asking reads a request, noting everything that is wrong
 * with it, and describes what may be sent; so the two cannot differ.
 */
interface Fields {
    /** A field that must be there. */
    <T> Given<T> required(String name, Kind<T> kind);

    /** A field that may be left out. */
    <T> Given<T> optional(String name, Kind<T> kind);

    /** Of these fields, asked for as optional, exactly one is there. */
    void exactlyOne(String... names);

    /** Of these fields, asked for as optional, at most one is there. */
    void atMostOne(String... names);

    /** The second of these fields, asked for as optional, is there only where the first is. */
    void onlyWith(String first, String second);
}
