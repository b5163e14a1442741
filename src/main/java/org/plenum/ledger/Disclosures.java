package org.plenum.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.FreeText;

/**
 * The words that stand beside an entry. The entry has a commitment to each, SHA-256(salt ‖ words), so that words may be
 * withheld without touching what was hashed, and cannot be guessed from the commitment.
 */
final class Disclosures {
    /** Words with what their commitment was made of; salt and commitment in base64. */
    record Disclosure(String commitment, String salt, String text) {}

    private final List<Disclosure> made = new ArrayList<>();
    private final Map<String, Disclosure> known = new HashMap<>();
    private final @Nullable SaltSource salts;

    private Disclosures(@Nullable SaltSource salts) {
        this.salts = salts;
    }

    /** For writing an entry: collects what is committed to. */
    static Disclosures collecting(SaltSource salts) {
        return new Disclosures(salts);
    }

    /** For reading an entry: what was disclosed of it. */
    static Disclosures of(List<Disclosure> disclosed) {
        var disclosures = new Disclosures(null);
        disclosed.forEach(one -> disclosures.known.put(one.commitment(), one));
        return disclosures;
    }

    /** Commits to words. */
    String commit(FreeText text) {
        if (salts == null || text.words() == null) {
            throw new IllegalStateException("only words that are there, in an entry being made, can be committed to");
        }
        var salt = salts.next();
        var one = new Disclosure(
                commitment(salt, text.words()), Base64.getEncoder().encodeToString(salt), text.words());
        made.add(one);
        return one.commitment();
    }

    /** What was collected, in the order of the entry. */
    List<Disclosure> made() {
        return List.copyOf(made);
    }

    /**
     * The words behind a commitment, or a withheld text.
     *
     * @throws IllegalArgumentException if the words beside the entry are not those that it commits to
     */
    FreeText reveal(String commitment) {
        var one = known.get(commitment);
        if (one == null) {
            return FreeText.withheld();
        }
        if (!commitment(Base64.getDecoder().decode(one.salt()), one.text()).equals(commitment)) {
            throw new IllegalArgumentException("the words beside the entry are not those that it commits to");
        }
        return new FreeText(one.text());
    }

    private static String commitment(byte[] salt, String words) {
        MessageDigest digest = EntryHash.sha256();
        digest.update(salt);
        return Base64.getEncoder().encodeToString(digest.digest(words.getBytes(StandardCharsets.UTF_8)));
    }
}
