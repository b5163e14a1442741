package org.plenum.proof.tile;

import org.plenum.proof.Refused;

/** A tile, an entry bundle or its path is malformed. */
public final class TileRefused extends Refused {

    private final transient TileFault fault;

    public TileRefused(TileFault fault) {
        super(fault);
        this.fault = fault;
    }

    @Override
    public TileFault fault() {
        return fault;
    }
}
