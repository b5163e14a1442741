package org.plenum.proof.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text and the signatures under it. Nothing is verified yet: {@link #check} does that, and until then the text means
 * nothing.
 *
 * @param text ends with a line break
 */
public record Note(String text, List<NoteSignature> signatures) {

    /** More bytes than this are refused unread. */
    static final int MOST_BYTES = 1_000_000;

    /** More signatures than this are refused; everybody must accept 16. */
    static final int MOST_SIGNATURES = 100;

    private static final String BLANK_LINE = "\n\n";

    public Note {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || controlCharacter(text) >= 0) {
            throw new IllegalArgumentException("a note's text is lines without control characters");
        }
    }

    /** A signed note with this text, which must consist of whole lines without control characters. */
    public static Note of(String text, NoteSignature... signatures) {
        return new Note(text, List.of(signatures));
    }

    /**
     * A note to be signed.
     *
     * @throws NoteRefused if no note can have this text
     */
    public static Note unsigned(String text) throws NoteRefused {
        if (!text.endsWith("\n")) {
            throw new NoteRefused(new NoteFault.TextNotEnded());
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new NoteRefused(new NoteFault.NotUtf8());
        }
        refuseControlCharacters(text);
        return new Note(text, List.of());
    }

    /**
     * Reads a signed note.
     *
     * @throws NoteRefused if it is malformed in any way that {@code signed-note} names
     */
    public static Note parse(byte[] bytes) throws NoteRefused {
        if (bytes.length > MOST_BYTES) {
            throw new NoteRefused(new NoteFault.TooLong(bytes.length, MOST_BYTES));
        }
        String whole = decode(bytes);
        refuseControlCharacters(whole);
        int split = whole.lastIndexOf(BLANK_LINE);
        if (split < 0) {
            throw new NoteRefused(new NoteFault.NoBlankLine());
        }
        String block = whole.substring(split + BLANK_LINE.length());
        return new Note(whole.substring(0, split + 1), parseSignatures(block));
    }

    /**
     * Reads signature lines, each ended by a line break.
     *
     * @throws NoteRefused if there are none, too many, or other lines among them
     */
    public static List<NoteSignature> parseSignatures(String block) throws NoteRefused {
        if (!block.endsWith("\n")) {
            throw new NoteRefused(block.isEmpty() ? new NoteFault.NoSignatures() : new NoteFault.LastLineNotEnded());
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : block.substring(0, block.length() - 1).split("\n", -1)) {
            if (signatures.size() == MOST_SIGNATURES) {
                throw new NoteRefused(new NoteFault.TooManySignatures(MOST_SIGNATURES));
            }
            signatures.add(NoteSignature.parse(line)
                    .orElseThrow(() -> new NoteRefused(new NoteFault.MalformedSignatureLine(line))));
        }
        return signatures;
    }

    /** The same note with one more signature. */
    public Note with(NoteSignature signature) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new Note(text, more);
    }

    /** The whole note as text; {@link #parse} reads it back the same, to the letter. */
    public String format() {
        StringBuilder whole = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> whole.append(signature.line()));
        return whole.toString();
    }

    /**
     * Verifies every signature that claims a trusted key and ignores the others.
     *
     * @throws NoteRefused if one of those doesn't verify, or there is none
     */
    public CheckedNote check(TrustedKeys trusted) throws NoteRefused {
        Set<CheckedSignature> verified = new LinkedHashSet<>();
        Set<NoteSignature> unknown = new LinkedHashSet<>();
        for (NoteSignature signature : signatures) {
            VerifierKey key = trusted.claimedBy(signature).orElse(null);
            if (key == null) {
                unknown.add(signature);
            } else if (key.verifies(text, signature.signature())) {
                verified.add(new CheckedSignature(key, signature));
            } else {
                throw new NoteRefused(new NoteFault.SignatureInvalid(key.name(), key.idHex()));
            }
        }
        if (verified.isEmpty()) {
            throw new NoteRefused(new NoteFault.NoTrustedSignature());
        }
        return new CheckedNote(text, List.copyOf(verified), List.copyOf(unknown));
    }

    private static String decode(byte[] bytes) throws NoteRefused {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new NoteRefused(new NoteFault.NotUtf8());
        }
    }

    private static void refuseControlCharacters(String text) throws NoteRefused {
        int at = controlCharacter(text);
        if (at >= 0) {
            throw new NoteRefused(new NoteFault.ControlCharacter(text.charAt(at), at));
        }
    }

    private static int controlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x20 && text.charAt(i) != '\n') {
                return i;
            }
        }
        return -1;
    }
}
