package org.plenum.proof.note;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys whose signatures mean something to whoever reads a note. */
public final class TrustedKeys {

    private record Claim(String name, int id) {}

    private final Map<Claim, VerifierKey> keys = new LinkedHashMap<>();

    /**
     * @throws NoteRefused if two different keys have the same name and id, so that a signature could be either's
     */
    public TrustedKeys(List<VerifierKey> trusted) throws NoteRefused {
        for (VerifierKey key : trusted) {
            VerifierKey same = keys.putIfAbsent(new Claim(key.name(), key.id()), key);
            if (same != null && !same.equals(key)) {
                throw new NoteRefused(new NoteFault.AmbiguousKey(key.name(), key.idHex()));
            }
        }
    }

    Optional<VerifierKey> claimedBy(NoteSignature signature) {
        return Optional.ofNullable(keys.get(new Claim(signature.keyName(), signature.keyId())));
    }
}
