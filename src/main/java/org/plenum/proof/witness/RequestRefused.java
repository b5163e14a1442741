package org.plenum.proof.witness;

import org.plenum.proof.Refused;

/** A request to a witness is malformed. */
public final class RequestRefused extends Refused {

    private final transient RequestFault fault;

    public RequestRefused(RequestFault fault) {
        super(fault);
        this.fault = fault;
    }

    @Override
    public RequestFault fault() {
        return fault;
    }
}
