package org.plenum.ledger;

import java.time.InstantSource;
import org.plenum.decision.EarlierSessions;
import org.plenum.ledger.urn.Urns;

/** What aggregates work with: how entries are made, the ledger's clock, the urns of secret votes, earlier sessions. */
record Tools(Sealer sealer, InstantSource clock, Urns urns, EarlierSessions.Lookup earlier) {}
