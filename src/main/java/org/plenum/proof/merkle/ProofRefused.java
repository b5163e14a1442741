package org.plenum.proof.merkle;

import org.plenum.proof.Refused;

/** An inclusion or consistency proof doesn't hold. */
public final class ProofRefused extends Refused {

    private final transient ProofFault fault;

    public ProofRefused(ProofFault fault) {
        super(fault);
        this.fault = fault;
    }

    @Override
    public ProofFault fault() {
        return fault;
    }
}
