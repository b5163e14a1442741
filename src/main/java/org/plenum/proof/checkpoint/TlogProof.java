package org.plenum.proof.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plenum.proof.Base64Text;
import org.plenum.proof.DecimalText;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.ProofCheck;
import org.plenum.proof.merkle.ProofRefused;
import org.plenum.proof.note.NoteRefused;
import org.plenum.proof.note.VerifierKey;

/**
 * C2SP {@code tlog-proof}: everything that shows, offline, that an entry is in a log.
 *
 * @param extra data in base64 that nothing vouches for
 * @param index the entry's place in the log, from 0
 * @param hashes the inclusion proof, from the leaf's sibling up
 * @param checkpoint the head that the proof leads to
 */
public record TlogProof(Optional<String> extra, long index, List<Hash> hashes, SignedCheckpoint checkpoint) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int MOST_HASHES = 63;

    public TlogProof {
        hashes = List.copyOf(hashes);
        if (index < 0
                || hashes.size() > MOST_HASHES
                || extra.filter(text -> Base64Text.decodeCanonical(text).isEmpty())
                        .isPresent()) {
            throw new IllegalArgumentException("no tlog-proof has index " + index + ", extra " + extra);
        }
    }

    /** A proof without extra data. */
    public TlogProof(long index, List<Hash> hashes, SignedCheckpoint checkpoint) {
        this(Optional.empty(), index, hashes, checkpoint);
    }

    /**
     * Reads a proof.
     *
     * @throws CheckpointRefused if it isn't one, or its checkpoint's text isn't
     * @throws NoteRefused if its checkpoint isn't a note
     */
    public static TlogProof parse(byte[] bytes) throws CheckpointRefused, NoteRefused {
        Lines lines = new Lines(bytes);
        String header = lines.next();
        if (!header.equals(HEADER)) {
            throw new CheckpointRefused(new CheckpointFault.NoHeader(header));
        }
        String line = lines.next();
        Optional<String> extra = Optional.empty();
        if (line.startsWith(EXTRA)) {
            String text = line.substring(EXTRA.length());
            if (Base64Text.decodeCanonical(text).isEmpty()) {
                throw new CheckpointRefused(new CheckpointFault.MalformedExtra(text));
            }
            extra = Optional.of(text);
            line = lines.next();
        }
        long index = index(line);
        List<Hash> hashes = new ArrayList<>();
        for (line = lines.next(); !line.isEmpty(); line = lines.next()) {
            if (hashes.size() == MOST_HASHES) {
                throw new CheckpointRefused(new CheckpointFault.TooManyHashes(MOST_HASHES));
            }
            hashes.add(hash(line));
        }
        return new TlogProof(extra, index, hashes, SignedCheckpoint.parse(lines.rest()));
    }

    /** The proof as text; {@link #parse} reads it back the same, to the letter. */
    public String format() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        extra.ifPresent(data -> text.append(EXTRA).append(data).append('\n'));
        text.append(INDEX).append(index).append('\n');
        hashes.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint.format()).toString();
    }

    /**
     * Verifies that the entry with this leaf hash is in the log, and who vouches for the head.
     *
     * @throws CheckpointRefused if the checkpoint isn't the log's
     * @throws NoteRefused if a signature on it doesn't verify
     * @throws ProofRefused if the proof doesn't lead from the leaf to its root
     */
    public CheckedCheckpoint check(Hash leaf, LogIdentity log, List<VerifierKey> witnesses)
            throws CheckpointRefused, NoteRefused, ProofRefused {
        CheckedCheckpoint checked = checkpoint.check(log, witnesses);
        Checkpoint head = checked.checkpoint();
        ProofCheck.inclusion(index, head.size(), leaf, hashes, head.root());
        return checked;
    }

    private static long index(String line) throws CheckpointRefused {
        if (!line.startsWith(INDEX)) {
            throw new CheckpointRefused(new CheckpointFault.MalformedIndex(line));
        }
        return DecimalText.parse(line.substring(INDEX.length()))
                .orElseThrow(() -> new CheckpointRefused(new CheckpointFault.MalformedIndex(line)));
    }

    private static Hash hash(String line) throws CheckpointRefused {
        return Hash.fromBase64(line).orElseThrow(() -> new CheckpointRefused(new CheckpointFault.MalformedHash(line)));
    }

    /** The lines before the checkpoint, one after the other. Bytes that aren't ASCII make a line that fits nowhere. */
    private static final class Lines {
        private final byte[] bytes;
        private int at;

        Lines(byte[] bytes) {
            this.bytes = bytes;
        }

        String next() throws CheckpointRefused {
            int start = at;
            while (at < bytes.length && bytes[at] != '\n') {
                at++;
            }
            if (at == bytes.length) {
                throw new CheckpointRefused(new CheckpointFault.NoCheckpoint());
            }
            return new String(bytes, start, at++ - start, StandardCharsets.ISO_8859_1);
        }

        byte[] rest() {
            return Arrays.copyOfRange(bytes, at, bytes.length);
        }
    }
}
