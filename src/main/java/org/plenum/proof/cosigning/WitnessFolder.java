package org.plenum.proof.cosigning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenum.proof.Refused;
import org.plenum.proof.checkpoint.LogIdentity;
import org.plenum.proof.checkpoint.SignedCheckpoint;
import org.plenum.proof.notary.DurableFile;
import org.plenum.proof.notary.UnusableKey;
import org.plenum.proof.note.KeyType;
import org.plenum.proof.note.NoteRefused;
import org.plenum.proof.note.SigningKey;
import org.plenum.proof.note.TrustedKeys;
import org.plenum.proof.note.VerifierKey;
import org.plenum.proof.witness.KnownLog;
import org.plenum.proof.witness.TreeHead;

/**
 * What a witness keeps: its key, and for each log the checkpoint that it cosigned last, in a file of its own. One process
 * at a time has it.
 */
public final class WitnessFolder implements AutoCloseable {
    /** The private key, for its owner's eyes only. */
    public static final String KEY = "witness.key";

    private static final String LOCK = "witness.lock";
    private static final String STATE = ".checkpoint";

    /** Another process has the folder. */
    public static final class InUse extends RuntimeException {
        InUse(Path folder, Throwable cause) {
            super("another witness has the folder " + folder, cause);
        }
    }

    /** What was kept can't be read, so nobody can tell what was cosigned last. */
    public static final class Unreadable extends RuntimeException {
        private final Path file;

        Unreadable(Path file, Throwable cause) {
            super("no checkpoint that this witness cosigned can be read from " + file, cause);
            this.file = file;
        }

        /** Which file. */
        public Path file() {
            return file;
        }
    }

    private final Path folder;
    private final FileChannel lock;
    private final SigningKey key;
    private final Map<String, LogIdentity> logs;

    private WitnessFolder(Path folder, FileChannel lock, SigningKey key, Map<String, LogIdentity> logs) {
        this.folder = folder;
        this.lock = lock;
        this.key = key;
        this.logs = logs;
    }

    /**
     * Takes a folder, and makes the key where there is none.
     *
     * @throws InUse if another process has it
     * @throws UnusableKey if there is a key file that can't be used
     * @throws Unreadable if what was cosigned can't be read
     */
    static WitnessFolder open(Path folder, List<VerifierKey> keys) {
        var lock = lock(folder);
        try {
            var logs = new LinkedHashMap<String, LogIdentity>();
            keys.stream()
                    .map(VerifierKey::name)
                    .distinct()
                    .forEach(name -> logs.put(
                            name,
                            new LogIdentity(
                                    name,
                                    keys.stream()
                                            .filter(key -> key.name().equals(name))
                                            .toList())));
            var opened = new WitnessFolder(folder, lock, key(folder), logs);
            logs.keySet().forEach(opened::latest);
            return opened;
        } catch (RuntimeException e) {
            close(lock);
            throw e;
        }
    }

    private static FileChannel lock(Path folder) {
        try {
            DurableFile.makeFolder(folder);
            var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException sameProcess) {
                close(channel);
                throw new InUse(folder, sameProcess);
            }
            close(channel);
            throw new InUse(folder, new IOException("locked"));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder cannot be used: " + folder, e);
        }
    }

    private static SigningKey key(Path folder) {
        var file = folder.resolve(KEY);
        var stored = DurableFile.readKey(file, KeyType.COSIGNATURE_V1);
        if (stored.isPresent()) {
            return stored.get();
        }
        var random = new SecureRandom();
        var distinct = new byte[8];
        random.nextBytes(distinct);
        try {
            var key = SigningKey.generate(
                    "plenum.local/witness/" + HexFormat.of().formatHex(distinct), KeyType.COSIGNATURE_V1, random);
            DurableFile.writeSecret(file, key.secretText() + "\n");
            return key;
        } catch (NoteRefused e) {
            throw new IllegalStateException("the name is well formed", e);
        }
    }

    SigningKey key() {
        return key;
    }

    /** The log with an origin, and the head that was cosigned last; empty if it is not watched. */
    Optional<KnownLog> known(String origin) {
        return Optional.ofNullable(logs.get(origin)).map(identity -> new KnownLog(identity, latest(origin)));
    }

    /** Read anew each time: what the file says is what counts, also after a writing that failed half-way. */
    private TreeHead latest(String origin) {
        var file = file(hash(origin));
        return DurableFile.read(file)
                .map(text -> {
                    try {
                        var checkpoint = SignedCheckpoint.parse(text.getBytes(StandardCharsets.UTF_8));
                        checkpoint.note().check(new TrustedKeys(List.of(key.verifier())));
                        var said = checkpoint.checkpoint();
                        if (!said.origin().equals(origin)) {
                            throw new Unreadable(file, new IOException("it is of " + said.origin()));
                        }
                        return new TreeHead(said.size(), said.root());
                    } catch (Refused e) {
                        throw new Unreadable(file, e);
                    }
                })
                .orElse(TreeHead.NONE);
    }

    /** What is shown to those who watch a log: the checkpoint that was cosigned last. */
    Optional<String> published(String originHash) {
        return DurableFile.read(file(originHash));
    }

    /** Keeps a checkpoint as the last of its log; it survives a power cut when this returns. */
    void keep(SignedCheckpoint checkpoint) {
        DurableFile.write(file(hash(checkpoint.checkpoint().origin())), checkpoint.format());
    }

    private Path file(String originHash) {
        return folder.resolve(originHash + STATE);
    }

    private static String hash(String origin) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(origin.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() {
        close(lock);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
