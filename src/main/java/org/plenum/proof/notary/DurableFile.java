package org.plenum.proof.notary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.plenum.ledger.urn.SyncedFolder;
import org.plenum.proof.note.KeyType;
import org.plenum.proof.note.NoteFault;
import org.plenum.proof.note.NoteRefused;
import org.plenum.proof.note.SigningKey;

/** Small files that are written whole or not at all, and survive a power cut once written. */
public final class DurableFile {
    private static final int LONGEST_KEY = 10_000;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private DurableFile() {}

    /** Writes a text that only the owner of the file may read. */
    public static void writeSecret(Path file, String text) {
        write(file, text, ownerOnly());
    }

    /** Writes a text. */
    public static void write(Path file, String text) {
        write(file, text, new FileAttribute<?>[0]);
    }

    /** The text of a file; empty if there is none. */
    public static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + file, e);
        }
    }

    /**
     * The private key in a file; empty if there is no file.
     *
     * @throws UnusableKey if others may read the file, or there is no key of this type in it
     */
    public static Optional<SigningKey> readKey(Path file, KeyType type) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        refuseOpenToOthers(file);
        try {
            var key = SigningKey.parse(new String(bytes(file), StandardCharsets.ISO_8859_1).strip());
            if (key.verifier().type() != type) {
                throw new NoteRefused(new NoteFault.MalformedPrivateKey());
            }
            return Optional.of(key);
        } catch (NoteRefused e) {
            throw new UnusableKey(new UnusableKey.Why.NoKey(file, e.fault()));
        }
    }

    private static byte[] bytes(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(LONGEST_KEY);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + file, e);
        }
    }

    private static void refuseOpenToOthers(Path file) {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        try {
            var permissions = view.readAttributes().permissions();
            if (!OWNER_ONLY.containsAll(permissions)) {
                throw new UnusableKey(
                        new UnusableKey.Why.OpenToOthers(file, PosixFilePermissions.toString(permissions)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + file, e);
        }
    }

    /** Makes a folder, for its owner only, where there is none. */
    public static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            var parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(folder);
            if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private static void write(Path file, String text, FileAttribute<?>... attributes) {
        var next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.deleteIfExists(next);
            try (var channel = FileChannel.open(
                    next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            SyncedFolder.sync(Objects.requireNonNull(next.toAbsolutePath().getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be written: " + file, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
