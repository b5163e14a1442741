package org.plenum.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The right to use a data folder: held by one process, given back by the system should it die. */
final class DataFolderLock {
    private static final String FILE = "in-use.lock";

    private final FileChannel channel;

    private DataFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder, without waiting.
     *
     * @throws LedgerInUse if somebody has it
     */
    static DataFolderLock take(Path folder) {
        var file = H2Storage.madeFolder(folder).resolve(FILE);
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw DataFolderUnusable.of(folder, e);
        }
        var held = false;
        try {
            held = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            throw new LedgerInUse(folder.toString(), e);
        } catch (IOException e) {
            throw DataFolderUnusable.of(folder, e);
        } finally {
            if (!held) {
                close(channel);
            }
        }
        if (!held) {
            throw new LedgerInUse(folder.toString(), null);
        }
        return new DataFolderLock(channel);
    }

    void release() {
        close(channel);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
