package org.plenum.audit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.plenum.event.SessionEvent;
import org.plenum.ledger.EntryLines;
import org.plenum.ledger.EventReader;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.StoredLine;
import org.plenum.ledger.StreamId;
import org.plenum.proof.checkpoint.SignedCheckpoint;
import org.plenum.proof.notary.Notary;
import org.plenum.proof.note.Note;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.SessionId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the evidence bundle of a session: one file that proves itself to whoever has the log's public key. */
public final class BundleWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int MOST_LATER_CHECKPOINTS = 1_000;

    private final Ledger ledger;
    private final Notary notary;
    private final StreamId stream;
    private final Set<Long> withheld;
    private final long upTo;
    private final ObjectNode files = JsonNodeFactory.instance.objectNode();
    private final Retelling retelling;
    private long lastLeaf = -1;
    private boolean ended;

    private BundleWriter(Ledger ledger, Notary notary, Wanted wanted, Retelling retelling) {
        this.ledger = ledger;
        this.notary = notary;
        this.stream = StreamId.of(wanted.session());
        this.withheld = new TreeSet<>(wanted.withheld());
        this.upTo = wanted.upTo();
        this.retelling = retelling;
    }

    /**
     * What a bundle is to hold.
     *
     * @param withheld positions whose free texts are left out
     * @param upTo the last position that goes in, if there are so many
     */
    public record Wanted(SessionId session, Set<Long> withheld, long upTo) {
        /** Keeps its own copy. */
        public Wanted {
            withheld = Set.copyOf(withheld);
        }

        /** All that a session has so far. */
        public static Wanted whole(SessionId session, Set<Long> withheld) {
            return new Wanted(session, withheld, Long.MAX_VALUE);
        }
    }

    /**
     * Writes a bundle. Waits until the log has a checkpoint for it, but not for ever.
     *
     * @param retelling a new one, to tell the session anew
     * @throws UnknownToExport if there is no such session, or no text at one of the positions
     * @throws NotCovered if no checkpoint comes
     */
    public static void write(Ledger ledger, Notary notary, Wanted wanted, Retelling retelling, Path to) {
        try {
            new BundleWriter(ledger, notary, wanted, retelling).write(to);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle cannot be written: " + to, e);
        }
    }

    /** The log signs no checkpoint: it stalls, or is not at work. */
    public static final class NotCovered extends RuntimeException {
        NotCovered() {
            super("no checkpoint covers the session");
        }
    }

    private void write(Path to) throws IOException {
        EventReader reader = ledger.reader();
        var head = Math.min(upTo, reader.head(stream));
        if (head == 0) {
            throw new UnknownToExport(new Bilingual(
                    "Non esiste una seduta \"" + stream.id() + "\".", "There is no session \"" + stream.id() + "\"."));
        }
        if (!notary.settle()) {
            throw new NotCovered();
        }
        var size = notary.latest().checkpoint().size();
        var disclosures = Files.createTempFile("plenum", DISCLOSURES_SUFFIX);
        var tree = Files.createTempFile("plenum", TREE_SUFFIX);
        try (var zip = new PlainZip.Writer(to)) {
            var texts = new TreeSet<Long>();
            try (var beside = writer(disclosures);
                    var proof = writer(tree)) {
                var between = new TreeText(proof, notary.store().nodes(size));
                add(
                        zip,
                        Bundle.ENTRIES,
                        out -> reader.readLines(stream, line -> {
                            if (line.position() <= head) {
                                entry(line, out, beside, between, texts);
                            }
                        }));
                refuseIfNothingToWithhold(texts);
                var checkpoint = covering(size);
                between.end(checkpoint.checkpoint().size());
                proof.flush();
                beside.flush();
                add(zip, Bundle.DISCLOSURES, out -> Files.copy(disclosures, out));
                add(zip, Bundle.TREE, out -> Files.copy(tree, out));
                rest(zip, checkpoint, head);
            }
        } finally {
            Files.delete(disclosures);
            Files.delete(tree);
        }
    }

    private static final String DISCLOSURES_SUFFIX = ".disclosures";
    private static final String TREE_SUFFIX = ".tree";

    private SignedCheckpoint covering(long published) {
        // The first that covers the session: for a closed one, the closing's own, which witnesses cosign.
        var best = notary.store().checkpointCovering(lastLeaf + 1).orElseThrow();
        var most = notary.cosigners(best).size();
        var next = best;
        for (var i = 0; most < notary.witnesses().size() && i < MOST_LATER_CHECKPOINTS; i++) {
            var later = notary.store()
                    .checkpointCovering(next.checkpoint().size() + 1)
                    .filter(one -> one.checkpoint().size() <= published);
            if (later.isEmpty()) {
                break;
            }
            next = later.get();
            var cosigners = notary.cosigners(next).size();
            if (cosigners > most) {
                best = next;
                most = cosigners;
            }
        }
        return best;
    }

    private void rest(PlainZip.Writer zip, SignedCheckpoint checkpoint, long head) throws IOException {
        text(zip, Bundle.CHECKPOINT, checkpoint.format());
        text(zip, Bundle.KEY, notary.key().text() + "\n");
        text(
                zip,
                Bundle.WITNESSES,
                String.join(
                        "",
                        notary.witnesses().stream()
                                .map(witness -> witness.key().text() + "\n")
                                .toList()));
        text(
                zip,
                Bundle.ACTS,
                JSON.writeValueAsString(
                        notary.store().acts().stream().map(Note::format).toList()));
        add(zip, Bundle.REPORT, out -> retelling.report(checkpoint.checkpoint(), out));
        text(zip, Bundle.README, BundleReadme.text(stream.id(), head, checkpoint.checkpoint(), notary.key()));
        var manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("format", Bundle.FORMAT);
        manifest.put("origin", notary.origin());
        manifest.put("session", stream.id());
        manifest.put("entries", head);
        manifest.put("ended", ended);
        var left = manifest.putArray("withheld");
        withheld.forEach(left::add);
        manifest.set("files", files.deepCopy());
        var bytes = (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        zip.add(Bundle.MANIFEST, out -> out.write(bytes));
        var seal = notary.seal(stream.id(), HexFormat.of().formatHex(sha256().digest(bytes)));
        zip.add(Bundle.SEAL, out -> out.write(seal.getBytes(StandardCharsets.UTF_8)));
    }

    private void entry(StoredLine line, OutputStream out, Writer beside, TreeText between, Set<Long> texts) {
        try {
            out.write(line.line());
            out.write('\n');
            between.entry(line.index() - 1);
            lastLeaf = line.index() - 1;
            var disclosed = line.disclosed();
            if (disclosed != null) {
                texts.add(line.position());
            }
            var shown = withheld.contains(line.position()) ? null : disclosed;
            if (shown != null) {
                beside.write("{\"position\":" + line.position() + ",\"texts\":" + shown + "}\n");
            }
            var recorded =
                    EntryLines.read(stream, line.position(), line.line(), shown).ofSession();
            ended = ended
                    || recorded.event() instanceof SessionEvent.SessionClosed
                    || recorded.event() instanceof SessionEvent.SessionDeserted;
            retelling.apply(recorded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseIfNothingToWithhold(Set<Long> texts) {
        for (var position : withheld) {
            if (!texts.contains(position)) {
                throw new UnknownToExport(new Bilingual(
                        "Alla posizione " + position + " non c'è alcun testo da omettere.",
                        "There is no text to withhold at position " + position + "."));
            }
        }
    }

    private void text(PlainZip.Writer zip, String name, String text) throws IOException {
        add(zip, name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void add(PlainZip.Writer zip, String name, PlainZip.Content content) throws IOException {
        var digest = sha256();
        var count = new long[1];
        zip.add(name, out -> {
            var counted = new DigestOutputStream(out, digest) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    super.write(bytes, from, length);
                    count[0] += length;
                }

                @Override
                public void write(int one) throws IOException {
                    super.write(one);
                    count[0]++;
                }
            };
            var buffered = new BufferedOutputStream(counted);
            content.writeTo(buffered);
            buffered.flush();
        });
        files.putObject(name)
                .put("bytes", count[0])
                .put("sha256", HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Writer writer(Path file) throws IOException {
        return new OutputStreamWriter(new BufferedOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8);
    }
}
