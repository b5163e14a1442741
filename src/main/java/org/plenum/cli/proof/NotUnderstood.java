package org.plenum.cli.proof;

import org.plenum.proof.Refused;

/** A question can't be understood. */
public final class NotUnderstood extends Refused {

    private final transient RequestFault fault;

    NotUnderstood(RequestFault fault) {
        super(fault);
        this.fault = fault;
    }

    @Override
    public RequestFault fault() {
        return fault;
    }
}
