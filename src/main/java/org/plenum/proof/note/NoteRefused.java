package org.plenum.proof.note;

import org.plenum.proof.Refused;

/** A note or a key is malformed, or a signature doesn't hold. */
public final class NoteRefused extends Refused {

    private final transient NoteFault fault;

    public NoteRefused(NoteFault fault) {
        super(fault);
        this.fault = fault;
    }

    @Override
    public NoteFault fault() {
        return fault;
    }
}
