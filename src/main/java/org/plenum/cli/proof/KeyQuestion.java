package org.plenum.cli.proof;

import java.security.SecureRandom;
import org.plenum.proof.Base64Text;
import org.plenum.proof.Refused;
import org.plenum.proof.note.KeyType;
import org.plenum.proof.note.SigningKey;
import org.plenum.proof.note.VerifierKey;
import tools.jackson.databind.node.ObjectNode;

/** Reads a verifier key or a private key, or makes a new pair. */
public final class KeyQuestion implements Question {

    @Override
    public ObjectNode answer(Fields asked) throws Refused {
        if (asked.has("generate")) {
            SigningKey made = SigningKey.generate(asked.text("generate"), type(asked), new SecureRandom());
            return describe(made.verifier()).put("privateKey", made.secretText());
        }
        return asked.has("privateKey", "skey")
                ? describe(SigningKey.parse(asked.text("privateKey", "skey")).verifier())
                : describe(VerifierKey.parse(asked.text("key", "vkey", "verifierKey")));
    }

    private static ObjectNode describe(VerifierKey key) {
        return Dialogue.object()
                .put("name", key.name())
                .put("id", key.idHex())
                .put("type", Keys.typeName(key.type()))
                .put("publicKey", Base64Text.encode(key.publicKey()))
                .put("verifierKey", key.text());
    }

    private static KeyType type(Fields asked) throws NotUnderstood {
        String name = asked.optionalText("type").orElse(Keys.typeName(KeyType.ED25519));
        for (KeyType type : KeyType.values()) {
            if (Keys.typeName(type).equals(name)) {
                return type;
            }
        }
        throw new NotUnderstood(new RequestFault.WrongKind("type", RequestFault.Kind.KEY_TYPE));
    }
}
