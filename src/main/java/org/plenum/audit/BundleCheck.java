package org.plenum.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.plenum.event.SessionEvent;
import org.plenum.ledger.EntryHash;
import org.plenum.ledger.EntryLines;
import org.plenum.ledger.StreamId;
import org.plenum.ledger.UnreadableEntry;
import org.plenum.proof.Refused;
import org.plenum.proof.checkpoint.Checkpoint;
import org.plenum.proof.checkpoint.LogIdentity;
import org.plenum.proof.checkpoint.SignedCheckpoint;
import org.plenum.proof.merkle.Frontier;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.NodeSink;
import org.plenum.proof.notary.Acts;
import org.plenum.proof.note.Note;
import org.plenum.proof.note.NoteRefused;
import org.plenum.proof.note.TrustedKeys;
import org.plenum.proof.note.VerifierKey;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Verifies an evidence bundle with nothing but the bundle and a public key. Entries are read once, as a stream. */
public final class BundleCheck {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int PROGRESS_EVERY = 100_000;
    private static final int MOST_DIFFERENCES = 20;
    private static final int MOST_IN_MEMORY = 64 << 20;
    private static final int LONGEST_TEXTS = 16 << 20;
    private static final int LONGEST_STEP = 200;
    private static final Pattern RUN = Pattern.compile("entries ([1-9][0-9]{0,14})");
    private static final Pattern SUBTREE = Pattern.compile("hash (0|[1-9][0-9]?) ([A-Za-z0-9+/]{43}=)");

    private final PlainZip.Reader zip;
    private final Trust trust;
    private final @Nullable VerifierKey trusted;
    private final Retelling retelling;
    private final LongConsumer progress;
    private final Verdicts verdicts = new Verdicts();
    private String session = "";
    private long entries;
    private boolean ended;
    private JsonNode manifest = JSON.createObjectNode();
    private final Set<Long> withheldPositions = new TreeSet<>();

    /**
     * What a reader knows from elsewhere than the bundle.
     *
     * @param key a key of the log; null to take the bundle's own
     * @param witnesses keys of witnesses that must have cosigned
     */
    public record Trust(@Nullable VerifierKey key, List<VerifierKey> witnesses) {
        /** Keeps its own copy. */
        public Trust {
            witnesses = List.copyOf(witnesses);
        }
    }

    private BundleCheck(PlainZip.Reader zip, Trust trust, Retelling retelling, LongConsumer progress) {
        this.zip = zip;
        this.trust = trust;
        this.trusted = trust.key();
        this.retelling = retelling;
        this.progress = progress;
    }

    /** Verifies a bundle, without asking for witnesses; see {@link #verify(Path, Trust, Retelling, LongConsumer)}. */
    public static Verdicts verify(Path file, @Nullable VerifierKey trusted, Retelling retelling, LongConsumer progress)
            throws NotABundle, IOException {
        return verify(file, new Trust(trusted, List.of()), retelling, progress);
    }

    /**
     * Verifies a bundle.
     *
     * @param retelling a new one, to tell the session anew
     * @param progress told now and then how many entries were read
     * @throws NotABundle if it cannot be read as one at all
     */
    public static Verdicts verify(Path file, Trust trust, Retelling retelling, LongConsumer progress)
            throws NotABundle, IOException {
        try (var zip = new PlainZip.Reader(file)) {
            var check = new BundleCheck(zip, trust, retelling, progress);
            check.run();
            return check.verdicts;
        } catch (PlainZip.NotPlain e) {
            throw new NotABundle(
                    "Non è un fascicolo di prova integro: l'involucro zip non è come deve essere (" + e.getMessage()
                            + ").",
                    "It is not an intact evidence bundle: the zip around it is not as it must be (" + e.getMessage()
                            + ").");
        }
    }

    private void run() throws IOException, NotABundle {
        readManifest();
        checkFiles();
        var keys = keys();
        checkSeal(keys);
        var checkpoint = checkpoint(keys);
        var told = readEntries(checkpoint);
        if (checkpoint != null && told) {
            compareReport(checkpoint.checkpoint());
        }
        tellWhatIsNotProven();
    }

    // ---- the files

    private void readManifest() throws IOException, NotABundle {
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
        session = manifest.path("session").asString();
        for (var one : manifest.path("withheld")) {
            if (!one.canConvertToLong()) {
                throw new NotABundle(
                        "Il manifesto elenca posizioni omesse che non sono numeri.",
                        "The manifest lists withheld positions that are no numbers.");
            }
            withheldPositions.add(one.asLong());
        }
    }

    private void checkFiles() throws IOException {
        var names = new ArrayList<>(Bundle.LISTED);
        names.add(Bundle.MANIFEST);
        names.add(Bundle.SEAL);
        var found = zip.members().stream().map(PlainZip.Member::name).toList();
        if (!found.equals(names)) {
            wrong(
                    "FILES",
                    null,
                    "i file non sono quelli di un fascicolo: " + found,
                    "the files are not those of a bundle: " + found);
        }
        var before = verdicts.findings();
        var listed = manifest.path("files");
        for (var member : zip.members()) {
            var digest = BundleWriter.sha256();
            var crc = new CRC32();
            try (var in = zip.open(member)) {
                var buffer = new byte[1 << 16];
                for (var read = in.read(buffer); read > 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                    crc.update(buffer, 0, read);
                }
            }
            var name = member.name();
            var sha256 = HexFormat.of().formatHex(digest.digest());
            var entry = listed.path(name);
            var isListed = Bundle.LISTED.contains(name);
            if ((int) crc.getValue() != member.crc()
                    || (isListed
                            && (!entry.path("sha256").asString("").equals(sha256)
                                    || entry.path("bytes").asLong(-1) != member.size()))) {
                wrong(
                        "FILE_CHANGED",
                        null,
                        "il file " + name + " è stato alterato: non è quello che il manifesto elenca",
                        "the file " + name + " was altered: it is not the one that the manifest lists");
            }
        }
        if (listed.size() != Bundle.LISTED.size()) {
            wrong("FILES", null, "il manifesto elenca altri file", "the manifest lists other files");
        }
        if (verdicts.findings() == before) {
            verdicts.checked(
                    "Il manifesto e l'impronta SHA-256 di ogni file.", "The manifest and the SHA-256 of every file.");
        }
    }

    // ---- the log

    private List<Acts.Term> keys() throws IOException {
        try {
            var own = VerifierKey.parse(text(Bundle.KEY).strip());
            if (!(own.text() + "\n").equals(text(Bundle.KEY))) {
                wrong("KEY", null, "key.txt non contiene solo una chiave", "key.txt holds more than a key");
            }
            if (trusted == null) {
                verdicts.unchecked(
                        "Se la chiave sia davvero del registro: è stata usata quella nel fascicolo stesso, "
                                + own.text()
                                + ". Confrontarla con quella ottenuta per altra via, o indicarla con --key.",
                        "Whether the key is really the log's: the one in the bundle itself was used, " + own.text()
                                + ". Compare it with one had by another way, or give that with --key.");
            }
            var acts = acts();
            var terms = Acts.terms(trusted == null ? own : trusted, acts);
            tellActs(acts, terms);
            var inForce = terms.getLast().key();
            if (!own.equals(inForce)) {
                wrong(
                        "OTHER_KEY",
                        null,
                        "la chiave del fascicolo, " + own.text() + ", non è quella indicata e nessun cambio di chiave "
                                + "vi conduce",
                        "the bundle's key, " + own.text() + ", is not the one given, and no rotation leads to it");
            } else if (terms.size() > 1) {
                verdicts.checked(
                        "I passaggi di chiave, firmati ciascuno dalla vecchia e dalla nuova: " + (terms.size() - 1)
                                + ".",
                        "The rotations of the key, each signed by the old and the new: " + (terms.size() - 1) + ".");
            }
            return terms;
        } catch (Refused | JacksonException e) {
            wrong(
                    "KEY",
                    null,
                    "la chiave o gli atti non si leggono: " + e.getMessage(),
                    "the key or the acts cannot be read: " + e.getMessage());
            return trusted == null ? List.of() : List.of(new Acts.Term(trusted, Long.MAX_VALUE));
        }
    }

    private List<Note> acts() throws IOException, NoteRefused {
        var acts = new ArrayList<Note>();
        for (var act : JSON.readTree(bytes(Bundle.ACTS))) {
            acts.add(Note.parse(act.asString("").getBytes(StandardCharsets.UTF_8)));
        }
        return acts;
    }

    private void tellActs(List<Note> acts, List<Acts.Term> terms) throws NoteRefused {
        var keys = new TrustedKeys(terms.stream().map(Acts.Term::key).toList());
        for (var act : acts) {
            act.check(keys);
            if (Acts.isRollback(act)) {
                var fields = Acts.fields(act);
                verdicts.unchecked(
                        "Che il registro non abbia perso nulla: chi lo tiene ha dichiarato un ripristino " + fields,
                        "That the log lost nothing: its operator has declared a rollback " + fields);
            }
        }
    }

    private void checkSeal(List<Acts.Term> keys) throws IOException {
        try {
            var seal = Note.parse(bytes(Bundle.SEAL));
            var sha256 = HexFormat.of().formatHex(BundleWriter.sha256().digest(bytes(Bundle.MANIFEST)));
            var origin = manifest.path("origin").asString();
            seal.check(new TrustedKeys(Acts.inForce(keys, Long.MAX_VALUE)));
            if (seal.text().equals(Acts.sealText(origin, session, sha256))) {
                verdicts.checked(
                        "Il sigillo del manifesto, firmato dal registro \"" + origin + "\".",
                        "The seal of the manifest, signed by the log \"" + origin + "\".");
                return;
            }
            wrong("SEAL", null, "il sigillo è di un altro manifesto", "the seal is of another manifest");
        } catch (NoteRefused e) {
            wrong(
                    "SEAL",
                    null,
                    "il manifesto non è firmato dal registro: " + e.fault().it(),
                    "the manifest is not signed by the log: " + e.fault().en());
        }
    }

    private @Nullable SignedCheckpoint checkpoint(List<Acts.Term> terms) throws IOException {
        try {
            var checkpoint = SignedCheckpoint.parse(bytes(Bundle.CHECKPOINT));
            var witnesses = new ArrayList<VerifierKey>();
            for (var line : text(Bundle.WITNESSES).lines().toList()) {
                witnesses.add(VerifierKey.parse(line));
            }
            var origin = manifest.path("origin").asString();
            var keys = Acts.inForce(terms, checkpoint.checkpoint().size());
            requireWitnesses(checkpoint);
            var checked = checkpoint.check(new LogIdentity(origin, keys), witnesses);
            var head = checked.checkpoint();
            verdicts.checked(
                    "La firma del registro \"" + origin + "\" sul suo stato a " + head.size() + " voci.",
                    "The signature of the log \"" + origin + "\" on its state at " + head.size() + " entries.");
            var names =
                    checked.byWitnesses().stream().map(one -> one.key().name()).toList();
            if (!names.isEmpty()) {
                verdicts.checked(
                        "Controfirme dei testimoni: " + names + ".", "Cosignatures of witnesses: " + names + ".");
            }
            witnesses.stream()
                    .filter(one -> !names.contains(one.name()))
                    .forEach(missing -> verdicts.unchecked(
                            "Manca la controfirma del testimone \"" + missing.name() + "\".",
                            "The cosignature of the witness \"" + missing.name() + "\" is missing."));
            return checkpoint;
        } catch (Refused e) {
            wrong(
                    "CHECKPOINT",
                    null,
                    "lo stato firmato del registro non vale: " + e.fault().it(),
                    "the log's signed state does not hold: " + e.fault().en());
            return null;
        }
    }

    private void requireWitnesses(SignedCheckpoint checkpoint) {
        for (var witness : trust.witnesses()) {
            try {
                checkpoint.note().check(new TrustedKeys(List.of(witness)));
                verdicts.checked(
                        "La controfirma del testimone indicato, \"" + witness.name() + "\".",
                        "The cosignature of the witness given, \"" + witness.name() + "\".");
            } catch (NoteRefused missing) {
                wrong(
                        "WITNESS",
                        null,
                        "il testimone indicato, \"" + witness.name() + "\", non ha controfirmato",
                        "the witness given, \"" + witness.name() + "\", has not cosigned");
            }
        }
    }

    // ---- the entries

    /** Reads every entry once. Says whether the session could be told anew. */
    private boolean readEntries(@Nullable SignedCheckpoint checkpoint) throws IOException {
        var before = verdicts.findings();
        var told = true;
        EntryHash previous = null;
        var stream = new StreamId(StreamId.Kind.SESSION, session);
        try (var lines = new EntriesAhead(new Lines(open(Bundle.ENTRIES), EntryLines.LONGEST), stream);
                var texts = new Texts(open(Bundle.DISCLOSURES));
                var tree = new TreeReader(open(Bundle.TREE))) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                entries++;
                checkChain(line, stream, previous);
                previous = line.hash();
                tree.entry(Hash.of(line.hash().bytes()));
                told = tell(line, texts, told) && told;
                if (entries % PROGRESS_EVERY == 0) {
                    progress.accept(entries);
                }
            }
            texts.requireEnd();
            if (entries != manifest.path("entries").asLong()) {
                var listed = manifest.path("entries").asLong();
                wrong(
                        "ENTRIES_MISSING",
                        entries,
                        "il fascicolo ha " + entries + " voci, il manifesto ne elenca " + listed,
                        "the bundle has " + entries + " entries, the manifest lists " + listed);
            }
            if (verdicts.findings() == before) {
                verdicts.checked(
                        "Tutte le " + entries + " voci: posizioni senza salti, ciascuna legata alla precedente.",
                        "All " + entries + " entries: positions without gaps, each tied to the one before.");
            }
            if (checkpoint != null) {
                checkInclusion(tree, checkpoint.checkpoint());
            }
        } catch (MalformedFile e) {
            wrong("MALFORMED", entries, e.what().it(), e.what().en());
            return false;
        }
        if (told && verdicts.findings() == before) {
            verdicts.checked(
                    "Ogni numero registrato (presenti, aventi diritto, conteggi, esiti) ritrovato ripetendo la seduta "
                            + "dalle voci.",
                    "Every number recorded (present, electorate, counts, outcomes) found again by replaying the session "
                            + "from its entries.");
        }
        tellCompleteness();
        return told;
    }

    private void checkChain(EntriesAhead.Line line, StreamId stream, @Nullable EntryHash previous) {
        try {
            var header = line.header();
            if (!header.stream().equals(stream)) {
                wrong(
                        "OTHER_SESSION",
                        entries,
                        "la voce è di " + header.stream(),
                        "the entry is of " + header.stream());
            }
            if (header.position() != entries) {
                wrong(
                        "POSITION",
                        entries,
                        "qui sta la voce di posizione " + header.position(),
                        "the entry of position " + header.position() + " stands here");
            }
            if (!Objects.equals(header.previous(), previous)) {
                wrong(
                        "CHAIN",
                        entries,
                        "la voce non segue quella che la precede: una delle due è stata alterata, tolta o aggiunta",
                        "the entry does not follow on the one before it: one of the two was altered, removed or added");
            }
        } catch (IllegalArgumentException e) {
            wrong(
                    "UNREADABLE",
                    entries,
                    "la voce non si legge: " + e.getMessage(),
                    "the entry cannot be read: " + e.getMessage());
        }
    }

    private boolean tell(EntriesAhead.Line line, Texts texts, boolean soFar) {
        try {
            var disclosed = texts.of(entries);
            var withheld = withheldPositions.contains(entries);
            if (texts.count != (withheld ? 0 : line.commitments())) {
                wrong(
                        "TEXT_MISSING",
                        entries,
                        "i testi liberi non sono quelli che la voce promette, né dichiarati omessi",
                        "the free texts are not those that the entry promises, nor declared withheld");
            }
            var recorded = line.entry(disclosed).ofSession();
            ended = ended
                    || recorded.event() instanceof SessionEvent.SessionClosed
                    || recorded.event() instanceof SessionEvent.SessionDeserted;
            if (soFar) {
                retelling.apply(recorded);
            }
            return true;
        } catch (UnreadableEntry | IllegalStateException | MalformedFile e) {
            if (soFar) {
                var replayed = e instanceof IllegalStateException;
                wrong(
                        replayed ? "REPLAY" : "UNREADABLE",
                        entries,
                        (replayed ? "la ripetizione della seduta non torna: " : "la voce non si legge: ")
                                + e.getMessage(),
                        (replayed ? "the replay of the session does not agree: " : "the entry cannot be read: ")
                                + e.getMessage());
            }
            return false;
        }
    }

    private void checkInclusion(TreeReader tree, Checkpoint head) throws IOException, MalformedFile {
        tree.requireEnd();
        if (tree.frontier.size() == head.size() && tree.frontier.root().equals(head.root())) {
            verdicts.checked(
                    "Che tutte le voci stanno nel registro firmato, ciascuna al suo posto.",
                    "That all entries are in the signed log, each in its place.");
        } else {
            wrong(
                    "NOT_INCLUDED",
                    null,
                    "le voci non sono quelle del registro firmato: la radice dell'albero non torna",
                    "the entries are not those of the signed log: the root of the tree does not agree");
        }
    }

    private void tellCompleteness() {
        if (manifest.path("ended").asBoolean(!ended) != ended) {
            wrong(
                    "ENDED",
                    null,
                    "il manifesto sbaglia nel dire se la seduta è chiusa",
                    "the manifest is wrong about the session being closed");
        }
        if (ended) {
            verdicts.checked(
                    "La registrazione è completa dalla convocazione alla chiusura (ultima posizione " + entries + ").",
                    "The record is complete from the convening to the closing (last position " + entries + ").");
        } else {
            verdicts.unchecked(
                    "Che cosa sia seguito: la seduta non è chiusa in questo fascicolo, che è completo fino alla "
                            + "posizione " + entries + ".",
                    "What followed: the session is not closed in this bundle, which is complete up to position "
                            + entries + ".");
        }
        if (!withheldPositions.isEmpty()) {
            verdicts.unchecked(
                    "I testi omessi, alle posizioni " + withheldPositions
                            + ": le prove valgono, le parole non si vedono.",
                    "The withheld texts, at positions " + withheldPositions
                            + ": the proofs hold, the words are not shown.");
        }
    }

    // ---- the report

    private void compareReport(Checkpoint head) throws IOException {
        var same = new Comparing(open(Bundle.REPORT));
        try (same) {
            retelling.report(head, same);
            if (same.agreed()) {
                verdicts.checked(
                        "Il resoconto, ricalcolato dalle voci: ogni presenza, voto, conteggio ed esito.",
                        "The report, computed anew from the entries: every attendance, vote, count and outcome.");
                return;
            }
        } catch (IllegalStateException e) {
            wrong(
                    "REPORT",
                    null,
                    "dalle voci non si ricava alcun resoconto: " + e.getMessage(),
                    "no report follows from the entries: " + e.getMessage());
            return;
        }
        if (zip.member(Bundle.REPORT).size() > MOST_IN_MEMORY) {
            wrong(
                    "REPORT",
                    null,
                    "il resoconto non dice ciò che dicono le voci",
                    "the report does not say what the entries say");
            return;
        }
        var anew = new java.io.ByteArrayOutputStream();
        retelling.report(head, anew);
        try {
            var differences = new ArrayList<String>();
            differences("", JSON.readTree(bytes(Bundle.REPORT)), JSON.readTree(anew.toByteArray()), differences);
            for (var difference : differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size()))) {
                wrong(
                        "REPORT",
                        null,
                        "il resoconto non dice ciò che dicono le voci: " + difference,
                        "the report does not say what the entries say: " + difference);
            }
            if (differences.isEmpty()) {
                wrong(
                        "REPORT",
                        null,
                        "il resoconto è scritto diversamente da come va scritto",
                        "the report is not written as it must be");
            }
        } catch (JacksonException e) {
            wrong("REPORT", null, "il resoconto non è JSON", "the report is not JSON");
        }
    }

    private static void differences(String at, JsonNode stated, JsonNode found, List<String> to) {
        if (stated.isObject() && found.isObject()) {
            var names = new TreeSet<>(stated.propertyNames());
            names.addAll(found.propertyNames());
            names.forEach(name -> differences(at + "/" + name, stated.path(name), found.path(name), to));
        } else if (stated.isArray() && found.isArray() && stated.size() == found.size()) {
            for (var i = 0; i < stated.size(); i++) {
                differences(at + "/" + i, stated.get(i), found.get(i), to);
            }
        } else if (!stated.equals(found)) {
            to.add(at + ": " + shortened(stated) + " ≠ " + shortened(found));
        }
    }

    private static String shortened(JsonNode node) {
        var text = node.isMissingNode() ? "–" : node.toString();
        return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }

    private void tellWhatIsNotProven() {
        verdicts.unchecked(
                "Se tutto ciò che accadde fu registrato, e se gli orologi erano giusti: nessuna firma può dirlo.",
                "Whether all that happened was recorded, and whether clocks were right: no signature can tell.");
    }

    private void wrong(String code, @Nullable Long position, String it, String en) {
        var where = position == null ? "" : session + ", posizione " + position + ": ";
        var whereEn = position == null ? "" : session + ", position " + position + ": ";
        verdicts.wrong(code, session, position, where + it, whereEn + en);
    }

    // ---- reading

    /** The whole of a file that is small in every bundle. */
    private byte[] bytes(String name) throws IOException {
        var member = zip.member(name);
        if (member.size() > MOST_IN_MEMORY) {
            throw new PlainZip.NotPlain(name + " has " + member.size() + " bytes");
        }
        try (var in = zip.open(member)) {
            return in.readAllBytes();
        }
    }

    private String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private InputStream open(String name) throws IOException {
        return zip.open(zip.member(name));
    }

    /** The texts that stand beside entries, position by position. */
    private static final class Texts implements AutoCloseable {
        private final Lines in;
        private @Nullable JsonNode next;
        private long at;
        private int count;

        Texts(InputStream in) throws IOException, MalformedFile {
            this.in = new Lines(in, LONGEST_TEXTS);
            advance();
        }

        private void advance() throws IOException, MalformedFile {
            var line = in.next();
            try {
                next = line == null ? null : JSON.readTree(line);
            } catch (JacksonException e) {
                throw new MalformedFile("i testi non si leggono", "the texts cannot be read");
            }
            if (next != null) {
                if (!next.path("texts").isArray() || next.path("position").asLong(-1) <= at) {
                    throw new MalformedFile("i testi non sono in ordine", "the texts are not in order");
                }
                at = next.path("position").asLong();
            }
        }

        @Nullable String of(long position) throws MalformedFile {
            var found = next;
            if (found == null || found.path("position").asLong() != position) {
                count = 0;
                return null;
            }
            count = found.path("texts").size();
            try {
                advance();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return found.path("texts").toString();
        }

        void requireEnd() throws MalformedFile {
            if (next != null) {
                throw new MalformedFile(
                        "ci sono testi di voci che mancano", "there are texts of entries that are missing");
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** Puts the entries where tree.txt says they stand. */
    private static final class TreeReader implements AutoCloseable {
        private final Lines in;
        private final Frontier frontier = new Frontier();
        private long run;

        TreeReader(InputStream in) {
            this.in = new Lines(in, LONGEST_STEP);
        }

        void entry(Hash leaf) throws IOException, MalformedFile {
            while (run == 0) {
                var line = in.nextText();
                if (line == null) {
                    throw new MalformedFile(
                            "ci sono più voci di quante tree.txt ne collochi",
                            "there are more entries than tree.txt has places for");
                }
                take(line);
            }
            run--;
            try {
                frontier.append(leaf, NodeSink.none());
            } catch (IllegalArgumentException full) {
                throw new MalformedFile("tree.txt colloca troppe voci", "tree.txt has places for too many entries");
            }
        }

        private void take(String line) throws MalformedFile {
            var entries = RUN.matcher(line);
            if (entries.matches()) {
                run = Long.parseLong(entries.group(1));
                return;
            }
            var subtree = SUBTREE.matcher(line);
            try {
                if (subtree.matches()) {
                    var hash = Hash.fromBase64(subtree.group(2)).orElseThrow(IllegalArgumentException::new);
                    frontier.append(Integer.parseInt(subtree.group(1)), hash, NodeSink.none());
                    return;
                }
            } catch (IllegalArgumentException doesNotFit) {
                throw new MalformedFile("tree.txt non si legge: " + line, "tree.txt cannot be read: " + line);
            }
            throw new MalformedFile("tree.txt non si legge: " + line, "tree.txt cannot be read: " + line);
        }

        void requireEnd() throws IOException, MalformedFile {
            for (var line = in.nextText(); line != null || run > 0; line = in.nextText()) {
                if (run > 0 || line == null) {
                    throw new MalformedFile(
                            "mancano voci che tree.txt colloca", "entries that tree.txt has places for are missing");
                }
                take(line);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** Compares what is written to it with a stream. */
    private static final class Comparing extends OutputStream {
        private final InputStream expected;
        private boolean same = true;

        Comparing(InputStream expected) {
            this.expected = expected;
        }

        @Override
        public void write(int one) throws IOException {
            same = same && expected.read() == (one & 0xff);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            same = same && Arrays.equals(expected.readNBytes(length), Arrays.copyOfRange(bytes, from, from + length));
        }

        boolean agreed() throws IOException {
            return same && expected.read() < 0;
        }

        @Override
        public void close() throws IOException {
            expected.close();
        }
    }
}
