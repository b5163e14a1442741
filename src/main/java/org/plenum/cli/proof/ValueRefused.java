package org.plenum.cli.proof;

import org.plenum.proof.Refused;

/** With a value that was given, nothing can hold. */
public final class ValueRefused extends Refused {

    private final transient ValueFault fault;

    ValueRefused(ValueFault fault) {
        super(fault);
        this.fault = fault;
    }

    @Override
    public ValueFault fault() {
        return fault;
    }
}
