package org.plenum.proof.checkpoint;

import java.util.Arrays;
import java.util.List;
import org.plenum.proof.DecimalText;
import org.plenum.proof.merkle.Hash;

/**
 * What a log says of itself at one moment: the note text of {@code tlog-checkpoint}.
 *
 * @param origin which log; not empty
 * @param size how many leaves
 * @param root over those leaves
 * @param extensions further lines, opaque, none empty
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final int LEAST_LINES = 3;

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (!isLine(origin) || size < 0 || !extensions.stream().allMatch(Checkpoint::isLine)) {
            throw new IllegalArgumentException("a checkpoint has an origin, a size and no empty or broken lines");
        }
    }

    /** A checkpoint without extension lines. */
    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /**
     * Reads the text of a checkpoint's note.
     *
     * @throws CheckpointRefused if it isn't one
     */
    public static Checkpoint parse(String noteText) throws CheckpointRefused {
        if (!noteText.endsWith("\n")) {
            throw new CheckpointRefused(new CheckpointFault.LineNotEnded());
        }
        List<String> lines =
                Arrays.asList(noteText.substring(0, noteText.length() - 1).split("\n", -1));
        int empty = lines.indexOf("");
        if (empty >= 0) {
            throw new CheckpointRefused(new CheckpointFault.EmptyLine(empty + 1));
        }
        if (lines.size() < LEAST_LINES) {
            throw new CheckpointRefused(new CheckpointFault.TooFewLines(lines.size()));
        }
        long size = DecimalText.parse(lines.get(1))
                .orElseThrow(() -> new CheckpointRefused(new CheckpointFault.MalformedSize(lines.get(1))));
        Hash root = Hash.fromBase64(lines.get(2))
                .orElseThrow(() -> new CheckpointRefused(new CheckpointFault.MalformedRoot(lines.get(2))));
        return new Checkpoint(lines.getFirst(), size, root, lines.subList(LEAST_LINES, lines.size()));
    }

    /** The note text: {@link #parse} reads it back. */
    public String text() {
        StringBuilder text = new StringBuilder(origin + "\n" + size + "\n" + root.base64() + "\n");
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static boolean isLine(String text) {
        return !text.isEmpty() && text.indexOf('\n') < 0;
    }
}
