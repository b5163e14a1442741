package org.plenum.proof.checkpoint;

import org.plenum.proof.Refused;

/** A checkpoint, or a proof that ends in one, is malformed or isn't what was asked for. */
public final class CheckpointRefused extends Refused {

    private final transient CheckpointFault fault;

    public CheckpointRefused(CheckpointFault fault) {
        super(fault);
        this.fault = fault;
    }

    @Override
    public CheckpointFault fault() {
        return fault;
    }
}
