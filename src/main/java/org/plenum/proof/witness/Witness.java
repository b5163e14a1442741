package org.plenum.proof.witness;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plenum.proof.Refused;
import org.plenum.proof.checkpoint.CheckedCheckpoint;
import org.plenum.proof.checkpoint.Checkpoint;
import org.plenum.proof.merkle.Merkle;
import org.plenum.proof.merkle.ProofCheck;
import org.plenum.proof.merkle.ProofFault;
import org.plenum.proof.merkle.ProofRefused;

/** The rules of {@code add-checkpoint}, in the order in which {@code tlog-witness} lists them. */
public final class Witness {

    private Witness() {}

    /**
     * Decides about a request's body.
     *
     * @param logs the log with an origin, as the witness knows it now
     */
    public static Decision decide(byte[] body, Function<String, Optional<KnownLog>> logs) {
        AddCheckpointRequest request;
        try {
            request = AddCheckpointRequest.parse(body);
        } catch (Refused malformed) {
            return refuse(new Refusal.Malformed(malformed.fault()));
        }
        String origin = request.checkpoint().checkpoint().origin();
        return logs.apply(origin)
                .map(log -> decide(request, log))
                .orElseGet(() -> refuse(new Refusal.UnknownLog(origin)));
    }

    private static Decision decide(AddCheckpointRequest request, KnownLog log) {
        CheckedCheckpoint checked;
        try {
            checked = request.checkpoint().check(log.identity(), List.of());
        } catch (Refused notSigned) {
            return refuse(new Refusal.NotSignedByLog(notSigned.fault()));
        }
        Checkpoint next = checked.checkpoint();
        TreeHead latest = log.latest();
        if (request.oldSize() > next.size()) {
            return refuse(new Refusal.OldSizeLarger(request.oldSize(), next.size()));
        }
        if (request.oldSize() != latest.size()) {
            return refuse(new Refusal.OtherLatest(latest.size()));
        }
        if (next.size() == 0 && !next.root().equals(Merkle.emptyRoot())) {
            return refuse(new Refusal.Inconsistent(new ProofFault.RootMismatch(next.root(), Merkle.emptyRoot())));
        }
        try {
            checkConsistency(request, latest, next);
        } catch (ProofRefused inconsistent) {
            return refuse(new Refusal.Inconsistent(inconsistent.fault()));
        }
        return new Decision.Cosign(checked);
    }

    private static void checkConsistency(AddCheckpointRequest request, TreeHead latest, Checkpoint next)
            throws ProofRefused {
        if (latest.size() > 0) {
            ProofCheck.consistency(latest.size(), next.size(), request.proof(), latest.root(), next.root());
        } else if (!request.proof().isEmpty()) {
            // Every tree begins with the empty one, so there is nothing to prove and nothing may be sent.
            throw new ProofRefused(new ProofFault.WrongLength(request.proof().size(), 0));
        }
    }

    private static Decision refuse(Refusal refusal) {
        return new Decision.Refuse(refusal);
    }
}
