package org.plenum.web.api;

/** A whole request, as an endpoint asks for its parts: variables of the path, parameters of the query, the body's fields. */
interface Asked extends Fields {
    /** A variable of the path. */
    <T> Given<T> path(String name, Kind<T> kind);

    /** The whole body as one value; then no field of it is asked for alone. */
    <T> Given<T> whole(Kind<T> kind);

    /** A parameter of the query, which may be left out. */
    <T> Given<T> query(String name, Kind<T> kind);
}
