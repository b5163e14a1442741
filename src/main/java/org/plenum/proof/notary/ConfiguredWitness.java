package org.plenum.proof.notary;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.plenum.proof.Fault;
import org.plenum.proof.checkpoint.SignedCheckpoint;
import org.plenum.proof.note.KeyType;
import org.plenum.proof.note.NoteRefused;
import org.plenum.proof.note.TrustedKeys;
import org.plenum.proof.note.VerifierKey;

/**
 * A witness that the log asks to cosign.
 *
 * @param name what the operator calls it
 * @param submission the address that {@code add-checkpoint} goes under, without a slash at its end
 */
public record ConfiguredWitness(String name, VerifierKey key, URI submission) {

    /** A line of the file of witnesses that cannot be understood. */
    public static final class Unreadable extends RuntimeException {
        private final int line;
        private final String it;
        private final String en;

        Unreadable(int line, String it, String en) {
            super("line " + line + ": " + en);
            this.line = line;
            this.it = it;
            this.en = en;
        }

        /** Which line, from 1. */
        public int line() {
            return line;
        }

        /** What is wrong, in Italian. */
        public String it() {
            return it;
        }

        /** What is wrong, in English. */
        public String en() {
            return en;
        }
    }

    /**
     * Reads lines {@code witness NAME VKEY URL}, as C2SP {@code tlog-policy} writes them; empty lines and comments are
     * allowed.
     *
     * @throws Unreadable if a line is anything else
     */
    public static List<ConfiguredWitness> parse(String text) {
        var witnesses = new ArrayList<ConfiguredWitness>();
        var keys = new HashSet<VerifierKey>();
        var names = new HashSet<String>();
        var number = 0;
        for (var line : text.split("\n", -1)) {
            number++;
            var words = line.strip().split("[ \t]+", -1);
            if (words[0].isEmpty() || words[0].startsWith("#")) {
                continue;
            }
            if (words.length != 4 || !words[0].equals("witness")) {
                throw new Unreadable(
                        number,
                        "atteso «witness NOME CHIAVE INDIRIZZO»: " + Fault.quoted(line),
                        "expected \"witness NAME VKEY URL\": " + Fault.quoted(line));
            }
            var witness = new ConfiguredWitness(words[1], key(words[2], number), address(words[3], number));
            if (!keys.add(witness.key()) || !names.add(witness.name())) {
                throw new Unreadable(
                        number,
                        "un testimone è indicato due volte: " + witness.name(),
                        "a witness is given twice: " + witness.name());
            }
            witnesses.add(witness);
        }
        return List.copyOf(witnesses);
    }

    private static VerifierKey key(String text, int line) {
        try {
            var key = VerifierKey.parse(text);
            if (key.type() != KeyType.COSIGNATURE_V1) {
                throw new Unreadable(
                        line,
                        "la chiave non è di un testimone (tipo 0x04): " + text,
                        "the key is not a witness's (type 0x04): " + text);
            }
            return key;
        } catch (NoteRefused e) {
            throw new Unreadable(line, e.fault().it(), e.fault().en());
        }
    }

    private static URI address(String text, int line) {
        try {
            var address = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return address;
            }
        } catch (URISyntaxException notAnAddress) {
            // Said below, as for any other text that is none.
        }
        throw new Unreadable(
                line,
                "non è un indirizzo http o https: " + Fault.quoted(text),
                "not an http or https address: " + Fault.quoted(text));
    }

    /** Whether a signature on a checkpoint claims to be this witness's; it is not verified. */
    public boolean isNamedOn(SignedCheckpoint checkpoint) {
        return checkpoint.note().signatures().stream().anyMatch(signature -> signature.isClaimedFor(key));
    }

    /** Whether a checkpoint has this witness's cosignature, and it holds. */
    public boolean cosigned(SignedCheckpoint checkpoint) {
        try {
            return !checkpoint
                    .note()
                    .check(new TrustedKeys(List.of(key)))
                    .verified()
                    .isEmpty();
        } catch (NoteRefused missing) {
            return false;
        }
    }
}
