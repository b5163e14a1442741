package org.plenum.ledger.urn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.VoteId;

/**
 * The keys of open urns: one file each in a folder outside the database, readable by its owner only, overwritten and
 * deleted when the vote ends. The folder must be left out of backups: what was encrypted under a destroyed key stays
 * closed for ever only if no copy of the key remains.
 */
public final class UrnKeys {
    private static final int BYTES = 32;
    private static final String ENDING = ".key";

    private final Path folder;
    private final SecureRandom random;

    /** Keys in a folder, which is made when the first key is. */
    public UrnKeys(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /** An urn by its session and its vote. */
    public record UrnName(SessionId session, VoteId vote) {}

    /** Makes a new key, on stable storage before this returns. An earlier one of the same name is gone. */
    SecretKey make(UrnName urn) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        try {
            Files.createDirectories(folder);
            var file = file(urn);
            Files.deleteIfExists(file);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            write(file, bytes);
            SyncedFolder.sync(folder);
            return new SecretKeySpec(bytes, "AES");
        } catch (IOException e) {
            throw new UrnFailed("the key of the urn of " + urn.vote() + " cannot be written", e);
        }
    }

    /** The key of an open urn. */
    SecretKey of(UrnName urn) {
        try {
            return new SecretKeySpec(Files.readAllBytes(file(urn)), "AES");
        } catch (NoSuchFileException e) {
            throw new UrnFailed("the key of the urn of " + urn.vote() + " is not there", e);
        } catch (IOException e) {
            throw new UrnFailed("the key of the urn of " + urn.vote() + " cannot be read", e);
        }
    }

    /** Destroys a key: overwritten, then deleted. Does nothing where there is none. */
    void destroy(UrnName urn) {
        var file = file(urn);
        try {
            if (Files.exists(file)) {
                write(file, new byte[BYTES]);
                Files.delete(file);
                SyncedFolder.sync(folder);
            }
        } catch (IOException e) {
            throw new UrnFailed("the key of the urn of " + urn.vote() + " cannot be destroyed", e);
        }
    }

    /** The urns that have a key. */
    List<UrnName> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .flatMap(name -> parse(name).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of urn keys cannot be read: " + folder, e);
        }
    }

    private Path file(UrnName urn) {
        // In hexadecimal, so that no file system confuses two names that differ in case or accents only.
        return folder.resolve(hex(urn.session().value()) + "-" + hex(urn.vote().value()) + ENDING);
    }

    private static Optional<UrnName> parse(String name) {
        var parts = name.substring(0, name.length() - ENDING.length()).split("-", -1);
        return parts.length == 2
                ? Optional.of(new UrnName(new SessionId(text(parts[0])), new VoteId(text(parts[1]))))
                : Optional.empty();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
