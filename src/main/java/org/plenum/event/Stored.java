package org.plenum.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name and version under which an event is kept for ever, whatever becomes of the class. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Stored {
    /** The stored name. Never reused for another meaning. */
    String name();

    /** The version of its fields. A change of meaning or shape takes a new one. */
    int version() default 1;
}
