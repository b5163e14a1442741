package org.plenum.proof;

/** Thrown where something isn't accepted, so that no caller can forget to look. */
public abstract class Refused extends Exception {

    protected Refused(Fault fault) {
        super(fault.code() + ": " + fault.en());
    }

    /** What was wrong. */
    public abstract Fault fault();
}
