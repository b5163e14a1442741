package org.plenum.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A layer below H2 that makes its file safe against a power cut in the middle of a write: {@code whole:PATH}. H2 writes
 * in chunks and takes a chunk for valid by its first and its last bytes; a disk that loses power may have kept those and
 * not what is between. See {@link WholeChunkFile} for what is done about it.
 */
public final class WholeChunkPath extends FilePathWrapper {
    private static final String SCHEME = "whole";

    /** The header fills the first block, and the second once more. */
    private static final int HEADERS = 2 * WholeChunkFile.BLOCK;

    /** The path of a file below this layer. */
    static String over(String path) {
        FilePath.register(new WholeChunkPath());
        return SCHEME + ":" + path;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var file = super.open(mode);
        try {
            if (!mode.equals("r") && file.size() <= HEADERS) {
                if (!isJustBegun(file)) {
                    // H2 would take a header alone for an empty database.
                    throw new IOException("cut off, or no database");
                }
                file.truncate(0);
            }
            return new WholeChunkFile(file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Whether a power cut met the file as it was being made: no chunk was ever in it, and of its first header there is all,
     * a part or nothing. Any other file that is as short is a part of one, or none of ours.
     */
    private static boolean isJustBegun(FileChannel file) throws IOException {
        var bytes = ByteBuffer.allocate(HEADERS);
        while (bytes.hasRemaining() && file.read(bytes, bytes.position()) > 0) {
            // Goes on where it stopped.
        }
        for (var copy = 0; copy < HEADERS; copy += WholeChunkFile.BLOCK) {
            var text = new String(bytes.array(), copy, WholeChunkFile.BLOCK, StandardCharsets.ISO_8859_1).strip();
            var nothing = text.chars().allMatch(letter -> letter == 0);
            if (!nothing && (!text.startsWith("H:") || text.contains(",chunk:"))) {
                return false;
            }
        }
        return true;
    }
}
