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
import org.plenum.proof.note.VerifierKey;

/** What the notary keeps outside the database, in the data folder: its key, and the last checkpoint that it published. */
public final class LogFolder {
    /** The private key, for its owner's eyes only. */
    public static final String KEY = "notary.key";

    /** The last checkpoint, by which an old backup of the database is known. */
    public static final String LAST_CHECKPOINT = "last-checkpoint";

    /** The witnesses that the log asks, one a line; written by the operator. */
    public static final String WITNESSES = "witnesses";

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
     * @throws UnusableKey if there is a key file that can't, or must not, be used
     */
    public static LogFolder open(Path folder) {
        var file = folder.resolve(KEY);
        var stored = DurableFile.readKey(file, KeyType.ED25519);
        if (stored.isPresent()) {
            return new LogFolder(folder, stored.get());
        }
        var random = new SecureRandom();
        var distinct = new byte[8];
        random.nextBytes(distinct);
        var key = generate("plenum.local/" + HexFormat.of().formatHex(distinct));
        DurableFile.writeSecret(file, key.secretText() + "\n");
        return new LogFolder(folder, key);
    }

    /** The public key that signs, without making one; empty where there is none yet. */
    public static Optional<VerifierKey> readKey(Path folder) {
        return DurableFile.readKey(folder.resolve(KEY), KeyType.ED25519).map(SigningKey::verifier);
    }

    private static SigningKey generate(String name) {
        try {
            return SigningKey.generate(name, KeyType.ED25519, new SecureRandom());
        } catch (NoteRefused e) {
            throw new IllegalStateException("the name is well formed", e);
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

    /**
     * The witnesses that the log asks.
     *
     * @throws ConfiguredWitness.Unreadable if the file names them in any other way than it must
     */
    List<ConfiguredWitness> witnesses() {
        return ConfiguredWitness.parse(
                DurableFile.read(folder.resolve(WITNESSES)).orElse(""));
    }

    /** A new key of the same name: stored, so that it cannot be lost, and not yet in force. */
    SigningKey nextKey() {
        var next = generate(origin());
        DurableFile.writeSecret(folder.resolve(NEXT_KEY), next.secretText() + "\n");
        return next;
    }

    /** Puts the stored next key into force, if there is one and the act that hands over to it is recorded. */
    void takeNextKey(List<Note> acts) {
        var stored = DurableFile.readKey(folder.resolve(NEXT_KEY), KeyType.ED25519);
        if (stored.isEmpty()) {
            return;
        }
        var next = stored.get();
        try {
            if (Acts.terms(key.verifier(), acts).getLast().key().equals(next.verifier())) {
                DurableFile.writeSecret(folder.resolve(KEY), next.secretText() + "\n");
                key = next;
            }
            Files.delete(folder.resolve(NEXT_KEY));
        } catch (NoteRefused e) {
            throw new IllegalStateException("the act that hands over to the next key cannot be read", e);
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
