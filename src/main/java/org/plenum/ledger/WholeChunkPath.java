package org.plenum.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
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
                // Without a chunk the file holds nothing, and a power cut may have torn its header: it is made anew.
                file.truncate(0);
            }
            return new WholeChunkFile(file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }
}
