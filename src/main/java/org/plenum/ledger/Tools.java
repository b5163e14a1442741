package org.plenum.ledger;

import java.time.InstantSource;
import org.plenum.ledger.urn.Urns;

/** What aggregates work with: how entries are made, the ledger's clock, and the urns of secret votes. */
record Tools(Sealer sealer, InstantSource clock, Urns urns) {}
