package org.plenum.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plenum.document.EventProof;
import org.plenum.ledger.EventReader;
import org.plenum.ledger.StreamId;
import org.plenum.proof.checkpoint.TlogProof;
import org.plenum.proof.merkle.Hash;

/** Proves single events of a session. */
public final class EventProofs {
    private EventProofs() {}

    /**
     * The proofs of the events at some positions.
     *
     * @param prove finds the proof of an entry by its hash, where there is one already
     */
    public static List<EventProof> of(
            EventReader reader, StreamId stream, List<Long> positions, Function<Hash, Optional<TlogProof>> prove) {
        var proofs = new ArrayList<EventProof>(positions.size());
        for (var position : positions) {
            reader.read(stream, position, position, entry -> {
                var hash = entry.hash();
                var proof = prove.apply(Hash.of(hash.bytes()));
                proofs.add(new EventProof(
                        position, hash.hex(), proof.map(TlogProof::format).orElse(null)));
            });
        }
        return proofs;
    }
}
