package org.plenum.transcript;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.plenum.json.Faults;

/**
 * A transcript file that could be read.
 *
 * @param faults knows on which line everything stands, for what turns out to be wrong later
 * @param digest the SHA-256 of the file, in hexadecimal
 */
public record TranscriptFile(Transcript transcript, Faults faults, String digest) {
    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
