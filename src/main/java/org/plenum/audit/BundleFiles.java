package org.plenum.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of a bundle, and what its manifest says of them. */
final class BundleFiles {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int MOST_IN_MEMORY = 64 << 20;

    private final PlainZip.Reader zip;
    private final JsonNode manifest;
    private final Set<Long> withheld = new TreeSet<>();

    private BundleFiles(PlainZip.Reader zip) throws IOException, NotABundle {
        this.zip = zip;
        try {
            manifest = JSON.readTree(bytes(Bundle.MANIFEST));
        } catch (JacksonException e) {
            throw new NotABundle(
                    "Il manifesto non è JSON: " + e.getMessage(), "The manifest is not JSON: " + e.getMessage());
        }
        if (!manifest.path("format").asString("").equals(Bundle.FORMAT)
                || !manifest.path("session").isString()
                || !manifest.path("origin").isString()
                || !manifest.path("entries").canConvertToLong()
                || !manifest.path("withheld").isArray()
                || !manifest.path("files").isObject()) {
            throw new NotABundle(
                    "Il manifesto non è di un fascicolo " + Bundle.FORMAT + ".",
                    "The manifest is not one of a " + Bundle.FORMAT + " bundle.");
        }
        for (var one : manifest.path("withheld")) {
            if (!one.canConvertToLong()) {
                throw new NotABundle(
                        "Il manifesto elenca posizioni omesse che non sono numeri.",
                        "The manifest lists withheld positions that are no numbers.");
            }
            withheld.add(one.asLong());
        }
    }

    /**
     * Reads the manifest.
     *
     * @throws NotABundle if it is not one of a bundle
     */
    static BundleFiles of(PlainZip.Reader zip) throws IOException, NotABundle {
        return new BundleFiles(zip);
    }

    /** The session, as the manifest names it. */
    String session() {
        return manifest.path("session").asString();
    }

    /** The log, as the manifest names it. */
    String origin() {
        return manifest.path("origin").asString();
    }

    /** How many entries the manifest lists. */
    long entries() {
        return manifest.path("entries").asLong();
    }

    /** Whether the session has ended, by the manifest; what is found where it doesn't say. */
    boolean ended(boolean found) {
        return manifest.path("ended").asBoolean(found);
    }

    /** The positions whose texts are declared withheld. */
    Set<Long> withheld() {
        return withheld;
    }

    /** Each file with its size and SHA-256, as the manifest lists them. */
    JsonNode listed() {
        return manifest.path("files");
    }

    /** The files that are there. */
    List<PlainZip.Member> members() {
        return zip.members();
    }

    InputStream open(PlainZip.Member member) throws IOException {
        return zip.open(member);
    }

    InputStream open(String name) throws IOException {
        return zip.open(zip.member(name));
    }

    /** Whether a file may be held in memory. */
    boolean isSmall(String name) throws IOException {
        return zip.member(name).size() <= MOST_IN_MEMORY;
    }

    /** The whole of a file that is small in every bundle. */
    byte[] bytes(String name) throws IOException {
        if (!isSmall(name)) {
            throw new PlainZip.NotPlain(name + " has " + zip.member(name).size() + " bytes");
        }
        try (var in = open(name)) {
            return in.readAllBytes();
        }
    }

    /** The same as text. */
    String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
