package org.plenum.ledger.urn;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file's name is in its folder: a power cut forgets it, or brings an old one back, unless the folder is synced too. */
public final class SyncedFolder {
    private SyncedFolder() {}

    /** Makes the names in a folder last. Windows neither opens folders nor needs it: there, names are journalled. */
    public static void sync(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
