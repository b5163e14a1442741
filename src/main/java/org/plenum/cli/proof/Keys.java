package org.plenum.cli.proof;

import java.util.ArrayList;
import java.util.List;
import org.plenum.proof.note.CheckedSignature;
import org.plenum.proof.note.KeyType;
import org.plenum.proof.note.NoteRefused;
import org.plenum.proof.note.NoteSignature;
import org.plenum.proof.note.VerifierKey;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Keys and signatures as JSON. */
final class Keys {

    private Keys() {}

    /** The verifier keys in an array, or the one in a field of its own. */
    static List<VerifierKey> trusted(Fields asked) throws NotUnderstood, NoteRefused {
        if (asked.has("key", "vkey", "verifierKey")) {
            return List.of(VerifierKey.parse(asked.text("key", "vkey", "verifierKey")));
        }
        return parse(asked.texts("keys", "vkeys", "verifierKeys"));
    }

    static List<VerifierKey> witnesses(Fields asked) throws NotUnderstood, NoteRefused {
        return asked.has("witnesses") ? parse(asked.texts("witnesses")) : List.of();
    }

    static void putVerified(ObjectNode answer, String field, List<CheckedSignature> signatures) {
        ArrayNode array = answer.putArray(field);
        for (CheckedSignature signature : signatures) {
            ObjectNode entry = array.addObject()
                    .put("name", signature.key().name())
                    .put("id", signature.key().idHex());
            signature.time().ifPresent(time -> entry.put("time", time));
        }
    }

    static void putIgnored(ObjectNode answer, List<NoteSignature> signatures) {
        ArrayNode array = answer.putArray("ignored");
        for (NoteSignature signature : signatures) {
            array.addObject().put("name", signature.keyName()).put("id", signature.keyIdHex());
        }
    }

    static String typeName(KeyType type) {
        return switch (type) {
            case ED25519 -> "ed25519";
            case COSIGNATURE_V1 -> "cosignature/v1";
        };
    }

    private static List<VerifierKey> parse(List<String> texts) throws NoteRefused {
        List<VerifierKey> keys = new ArrayList<>();
        for (String text : texts) {
            keys.add(VerifierKey.parse(text));
        }
        return keys;
    }
}
