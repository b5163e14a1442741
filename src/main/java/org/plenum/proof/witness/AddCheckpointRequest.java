package org.plenum.proof.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plenum.proof.DecimalText;
import org.plenum.proof.checkpoint.CheckpointRefused;
import org.plenum.proof.checkpoint.SignedCheckpoint;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.note.NoteRefused;

/**
 * The body of {@code POST …/add-checkpoint}: please cosign this checkpoint, which grew out of the tree that you know.
 *
 * @param oldSize leaves of the tree that the witness is believed to have cosigned last; 0 for none
 * @param proof that the checkpoint's tree begins with that one
 */
public record AddCheckpointRequest(long oldSize, List<Hash> proof, SignedCheckpoint checkpoint) {

    /** More proof lines than this may not be sent. */
    public static final int MOST_HASHES = 63;

    private static final String OLD = "old ";

    public AddCheckpointRequest {
        proof = List.copyOf(proof);
        if (oldSize < 0 || proof.size() > MOST_HASHES) {
            throw new IllegalArgumentException("no request has old size " + oldSize + ", " + proof.size() + " hashes");
        }
    }

    /**
     * Reads a body.
     *
     * @throws RequestRefused if it isn't one
     * @throws NoteRefused if its checkpoint isn't a note
     * @throws CheckpointRefused if that note isn't a checkpoint
     */
    public static AddCheckpointRequest parse(byte[] body) throws RequestRefused, NoteRefused, CheckpointRefused {
        int end = indexOfEmptyLine(body);
        // Bytes that aren't ASCII make a line that fits nowhere.
        String[] lines = new String(body, 0, end, StandardCharsets.ISO_8859_1).split("\n", -1);
        if (!lines[0].startsWith(OLD)) {
            throw new RequestRefused(new RequestFault.MalformedOldSize(lines[0]));
        }
        long oldSize = DecimalText.parse(lines[0].substring(OLD.length()))
                .orElseThrow(() -> new RequestRefused(new RequestFault.MalformedOldSize(lines[0])));
        if (lines.length - 1 > MOST_HASHES) {
            throw new RequestRefused(new RequestFault.TooManyHashes(lines.length - 1, MOST_HASHES));
        }
        List<Hash> proof = new ArrayList<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            proof.add(
                    Hash.fromBase64(line).orElseThrow(() -> new RequestRefused(new RequestFault.MalformedHash(line))));
        }
        SignedCheckpoint checkpoint = SignedCheckpoint.parse(Arrays.copyOfRange(body, end + 2, body.length));
        return new AddCheckpointRequest(oldSize, proof, checkpoint);
    }

    /** The body as text. */
    public String format() {
        StringBuilder body = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.forEach(hash -> body.append(hash.base64()).append('\n'));
        return body.append('\n').append(checkpoint.format()).toString();
    }

    private static int indexOfEmptyLine(byte[] body) throws RequestRefused {
        for (int i = 0; i + 1 < body.length; i++) {
            if (body[i] == '\n' && body[i + 1] == '\n') {
                return i;
            }
        }
        throw new RequestRefused(new RequestFault.NoEmptyLine());
    }
}
