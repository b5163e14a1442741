package org.plenum.proof.notary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.plenum.proof.Refused;
import org.plenum.proof.checkpoint.SignedCheckpoint;
import org.plenum.proof.note.KeyType;
import org.plenum.proof.note.Note;
import org.plenum.proof.note.NoteRefused;
import org.plenum.proof.note.SigningKey;

/** What the notary keeps outside the database, in the data folder: its key, and the last checkpoint that it published. */
public final class LogFolder {
    /** The private key, for its owner's eyes only. */
    public static final String KEY = "notary.key";

    /** The last checkpoint, by which an old backup of the database is known. */
    public static final String LAST_CHECKPOINT = "last-checkpoint";

    private static final String NEXT_KEY = "notary.key.rotating";

    private final Path folder;
    private SigningKey key;

    private LogFolder(Path folder, SigningKey key) {
        this.folder = folder;
        this.key = key;
    }

    /**
     * Reads the key, or makes one where there is none. The log's origin is the key's name: chosen here, once, at random.
     *
     * @throws IllegalStateException if there is a key file and no key in it
     */
    public static LogFolder open(Path folder) {
        var file = folder.resolve(KEY);
        var stored = DurableFile.read(file);
        try {
            if (stored.isPresent()) {
                return new LogFolder(folder, SigningKey.parse(stored.get().strip()));
            }
            var random = new SecureRandom();
            var distinct = new byte[8];
            random.nextBytes(distinct);
            var name = "plenum.local/" + HexFormat.of().formatHex(distinct);
            var key = SigningKey.generate(name, KeyType.ED25519, random);
            DurableFile.writeSecret(file, key.secretText() + "\n");
            return new LogFolder(folder, key);
        } catch (NoteRefused e) {
            throw new IllegalStateException("no key can be read from " + file, e);
        }
    }

    /** The key that signs now. */
    public SigningKey key() {
        return key;
    }

    /** The log's origin. */
    public String origin() {
        return key.verifier().name();
    }

    /** A new key of the same name: stored, so that it cannot be lost, and not yet in force. */
    SigningKey nextKey() {
        try {
            var next = SigningKey.generate(origin(), KeyType.ED25519, new SecureRandom());
            DurableFile.writeSecret(folder.resolve(NEXT_KEY), next.secretText() + "\n");
            return next;
        } catch (NoteRefused e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts the stored next key into force, if there is one and the act that hands over to it is recorded. */
    void takeNextKey(List<Note> acts) {
        var stored = DurableFile.read(folder.resolve(NEXT_KEY));
        try {
            if (stored.isPresent()) {
                var next = SigningKey.parse(stored.get().strip());
                if (Acts.keysFrom(key.verifier(), acts).contains(next.verifier())) {
                    DurableFile.writeSecret(folder.resolve(KEY), next.secretText() + "\n");
                    key = next;
                }
                Files.delete(folder.resolve(NEXT_KEY));
            }
        } catch (NoteRefused e) {
            throw new IllegalStateException("the next key, or the act that hands over to it, cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be deleted: " + NEXT_KEY, e);
        }
    }

    /**
     * The last checkpoint that was published; empty before the first. Its signature is not checked.
     *
     * @throws IllegalStateException if the file is there and no checkpoint in it
     */
    public Optional<SignedCheckpoint> lastCheckpoint() {
        var file = folder.resolve(LAST_CHECKPOINT);
        var text = DurableFile.read(file);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SignedCheckpoint.parse(text.get().getBytes(StandardCharsets.UTF_8)));
        } catch (Refused e) {
            throw new IllegalStateException("no checkpoint can be read from " + file, e);
        }
    }

    /** Keeps a checkpoint as the last; it survives a power cut when this returns. */
    void keep(SignedCheckpoint checkpoint) {
        DurableFile.write(folder.resolve(LAST_CHECKPOINT), checkpoint.format());
    }

    /** Keeps a checkpoint that the database no longer bears out, under a name of its own. */
    void keepLost(SignedCheckpoint checkpoint) {
        DurableFile.write(
                folder.resolve("lost-checkpoint-" + checkpoint.checkpoint().size()), checkpoint.format());
    }
}
