package org.plenum.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.audit.BundleWriter.Wanted;
import org.plenum.command.SessionCommand.RecordStatement;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.LedgerFactory;
import org.plenum.ledger.Sittings;
import org.plenum.proof.checkpoint.SignedCheckpoint;
import org.plenum.proof.notary.Acts;
import org.plenum.proof.notary.LogFolder;
import org.plenum.proof.notary.Notary;
import org.plenum.proof.note.Note;
import org.plenum.proof.note.SigningKey;
import org.plenum.proof.note.VerifierKey;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Both verifiers on the same bundles, good and damaged: they must agree. */
@Tag("slow")
class BundleTest {
    private static final SessionId ONE = new SessionId("one");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    @TempDir
    static Path other;

    @TempDir
    Path scratch;

    private static Ledger ledger;
    private static Notary notary;
    private static Path good;
    private static Path otherBundle;
    private static VerifierKey key;
    private static VerifierKey otherKey;

    @BeforeAll
    static void makeBundles() {
        ledger = LedgerFactory.open(folder);
        notary = Notary.open(ledger, folder, Clock.systemUTC());
        key = notary.key();
        Sittings.whole(ledger, "before", 3);
        Sittings.untilBallots(ledger, "one", 7);
        Sittings.whole(ledger, "between", 5);
        Sittings.play(
                ledger,
                "one",
                List.of(new RecordStatement(
                        ONE, new Participant.OfSeat(new SeatId("s1")), new FreeText("Chiedo di parlare"))));
        Sittings.close(ledger, "one");
        Sittings.whole(ledger, "after", 2);
        good = folder.resolve("good.zip");
        BundleWriter.write(ledger, notary, Wanted.whole(ONE, Set.of()), new ReportRetelling(), good);
        try (var another = LedgerFactory.open(other);
                var its = Notary.open(another, other, Clock.systemUTC())) {
            Sittings.whole(another, "one", 7);
            otherKey = its.key();
            otherBundle = folder.resolve("other.zip");
            BundleWriter.write(another, its, Wanted.whole(ONE, Set.of()), new ReportRetelling(), otherBundle);
        }
    }

    @AfterAll
    static void close() {
        notary.close();
        ledger.close();
    }

    // ---- the two verifiers

    private static boolean isGood(Path bundle, @Nullable VerifierKey trusted) throws IOException {
        try {
            return BundleCheck.verify(bundle, trusted, new ReportRetelling(), entries -> {})
                    .isGood();
        } catch (NotABundle damaged) {
            return false;
        }
    }

    private static Verdicts verdicts(Path bundle, @Nullable VerifierKey trusted) throws IOException, NotABundle {
        return BundleCheck.verify(bundle, trusted, new ReportRetelling(), entries -> {});
    }

    /** Runs the other verifier on many bundles at once; its exit code for each. */
    private static List<Integer> script(@Nullable VerifierKey trusted, List<Path> bundles)
            throws IOException, InterruptedException {
        var list = Files.createTempFile("bundles", ".txt");
        Files.write(list, bundles.stream().map(Path::toString).toList());
        var command = new ArrayList<>(List.of("node", "scripts/verify-bundle.mjs", "--list", list.toString()));
        if (trusted != null) {
            command.addAll(List.of("--key", trusted.text()));
        }
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Files.delete(list);
        return out.lines().map(Integer::valueOf).toList();
    }

    private static String said(Path bundle, String language) throws IOException, InterruptedException {
        var process = new ProcessBuilder("node", "scripts/verify-bundle.mjs", bundle.toString(), "--lang", language)
                .redirectErrorStream(true)
                .start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }

    private void bothRefuse(Path bundle, @Nullable VerifierKey trusted) throws IOException, InterruptedException {
        assertThat(isGood(bundle, trusted)).isFalse();
        assertThat(script(trusted, List.of(bundle)).getFirst()).isNotZero();
    }

    // ---- taking apart and putting together

    private static Map<String, byte[]> parts(Path bundle) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new PlainZip.Reader(bundle)) {
            for (var member : zip.members()) {
                try (var in = zip.open(member)) {
                    parts.put(member.name(), in.readAllBytes());
                }
            }
        }
        return parts;
    }

    private Path assembled(Map<String, byte[]> parts) throws IOException {
        var bundle = Files.createTempFile(scratch, "bundle", ".zip");
        try (var zip = new PlainZip.Writer(bundle)) {
            for (var part : parts.entrySet()) {
                zip.add(part.getKey(), out -> out.write(part.getValue()));
            }
        }
        return bundle;
    }

    /** As somebody would who holds the log's own key: the manifest is right again, and its seal too. */
    private Path resealed(Map<String, byte[]> parts) throws IOException {
        return resealed(parts, folder, ONE.value());
    }

    private Path resealed(Map<String, byte[]> parts, Path keyFolder, String session) throws IOException {
        var manifest = (ObjectNode) JSON.readTree(parts.get(Bundle.MANIFEST));
        for (var name : Bundle.LISTED) {
            var bytes = parts.get(name);
            ((ObjectNode) manifest.path("files"))
                    .putObject(name)
                    .put("bytes", bytes.length)
                    .put(
                            "sha256",
                            java.util.HexFormat.of()
                                    .formatHex(BundleWriter.sha256().digest(bytes)));
        }
        manifest.put("entries", lines(parts).size());
        var bytes = JSON.writeValueAsString(manifest).getBytes(StandardCharsets.UTF_8);
        parts.put(Bundle.MANIFEST, bytes);
        var sha256 = java.util.HexFormat.of().formatHex(BundleWriter.sha256().digest(bytes));
        parts.put(
                Bundle.SEAL,
                Acts.seal(LogFolder.open(keyFolder).key(), session, sha256)
                        .format()
                        .getBytes(StandardCharsets.UTF_8));
        return assembled(parts);
    }

    private static List<String> lines(Map<String, byte[]> parts) {
        return new ArrayList<>(new String(parts.get(Bundle.ENTRIES), StandardCharsets.UTF_8)
                .lines()
                .toList());
    }

    private static void put(Map<String, byte[]> parts, List<String> lines) {
        parts.put(Bundle.ENTRIES, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    // ---- what they say

    @Test
    void aGoodBundleIsGoodForBoth() throws Exception {
        var verdicts = verdicts(good, key);
        assertThat(verdicts.wrong()).isEmpty();
        assertThat(verdicts.checked()).anyMatch(one -> one.en().contains("complete from the convening"));
        assertThat(script(key, List.of(good, good))).containsExactly(0, 0);
        assertThat(script(null, List.of(good, otherBundle))).containsExactly(0, 0);
        assertThat(said(good, "it")).contains("Verificato");
    }

    @Test
    void anySingleByteChangedIsFoundByBoth() throws Exception {
        var seed = 20_241_113L;
        var random = new Random(seed);
        var bytes = Files.readAllBytes(good);
        var damaged = new ArrayList<Path>();
        for (var i = 0; i < 1_000; i++) {
            var copy = bytes.clone();
            var at = random.nextInt(copy.length);
            copy[at] ^= (byte) (1 + random.nextInt(255));
            var file = scratch.resolve("flipped-" + i + "-at-" + at + ".zip");
            Files.write(file, copy);
            damaged.add(file);
            assertThat(isGood(file, key)).as("seed %s, byte %s", seed, at).isFalse();
        }
        assertThat(script(key, damaged)).hasSize(1_000).doesNotContain(0);
    }

    @Test
    void withheldTextsAreMissedByNobodyAndEveryProofHolds() throws Exception {
        var at = 0;
        var lines = lines(parts(good));
        for (var i = 0; i < lines.size(); i++) {
            at = lines.get(i).contains("\"StatementRecorded\"") ? i + 1 : at;
        }
        var bundle = scratch.resolve("withheld.zip");
        BundleWriter.write(ledger, notary, Wanted.whole(ONE, Set.of((long) at)), new ReportRetelling(), bundle);
        var verdicts = verdicts(bundle, key);
        assertThat(verdicts.wrong()).isEmpty();
        assertThat(verdicts.unchecked()).anyMatch(one -> one.en().contains("withheld texts"));
        assertThat(new String(Files.readAllBytes(bundle), StandardCharsets.UTF_8))
                .doesNotContain("Chiedo");
        assertThat(script(key, List.of(bundle))).containsExactly(0);
        var parts = parts(good);
        parts.put(Bundle.DISCLOSURES, new byte[0]);
        bothRefuse(resealed(parts), key);
        assertThatThrownBy(() -> BundleWriter.write(
                        ledger,
                        notary,
                        Wanted.whole(ONE, Set.of(1L)),
                        new ReportRetelling(),
                        scratch.resolve("no.zip")))
                .isInstanceOf(UnknownToExport.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"swapped", "removed", "duplicated", "cut"})
    void entriesMovedAreFoundByBothEvenUnderTheLogsOwnSeal(String how) throws Exception {
        var parts = parts(good);
        var lines = lines(parts);
        switch (how) {
            case "swapped" -> Collections.swap(lines, 10, 11);
            case "removed" -> lines.remove(10);
            case "duplicated" -> lines.add(10, lines.get(10));
            case "cut" -> lines.subList(12, lines.size()).clear();
            default -> throw new IllegalArgumentException(how);
        }
        put(parts, lines);
        var bundle = resealed(parts);
        bothRefuse(bundle, key);
        if (!how.equals("cut")) {
            assertThat(verdicts(bundle, key).wrong())
                    .anyMatch(wrong -> wrong.position() != null && wrong.position() >= 11 && wrong.position() <= 12);
        }
    }

    @Test
    void aSessionCutOffAnywhereIsFoundByBothEvenUnderTheLogsOwnSeal() throws Exception {
        var whole = lines(parts(good));
        var cut = new ArrayList<Path>();
        for (var kept = 0; kept < whole.size(); kept++) {
            var parts = parts(good);
            put(parts, whole.subList(0, kept));
            cut.add(resealed(parts));
            assertThat(isGood(cut.getLast(), key)).as("%s entries", kept).isFalse();
        }
        assertThat(script(key, cut)).hasSize(whole.size()).doesNotContain(0);
    }

    @Test
    void aBundleOfTheBeginningSaysSoAndCannotPassForTheWhole() throws Exception {
        var bundle = scratch.resolve("beginning.zip");
        BundleWriter.write(ledger, notary, new Wanted(ONE, Set.of(), 12), new ReportRetelling(), bundle);
        assertThat(verdicts(bundle, key).wrong()).isEmpty();
        assertThat(verdicts(bundle, key).unchecked()).anyMatch(one -> one.en().contains("complete up to position 12"));
        assertThat(script(key, List.of(bundle))).containsExactly(0);
        assertThat(said(bundle, "en")).contains("complete up to position 12");
        var parts = parts(bundle);
        var manifest = (ObjectNode) JSON.readTree(parts.get(Bundle.MANIFEST));
        manifest.put("ended", true);
        parts.put(Bundle.MANIFEST, JSON.writeValueAsBytes(manifest));
        var claimed = resealed(parts);
        bothRefuse(claimed, key);
        assertThat(verdicts(claimed, key).wrong())
                .extracting(Verdicts.Wrong::code)
                .containsExactly("ENDED");
    }

    @Test
    void tricksWithTheZipAreRefusedByBoth() throws Exception {
        var bytes = Files.readAllBytes(good);
        var tricks = new LinkedHashMap<String, byte[]>();
        tricks.put("empty", new byte[0]);
        tricks.put("something before it", joined(new byte[] {'#', '!', '\n'}, bytes));
        tricks.put("something after it", joined(bytes, new byte[] {0}));
        tricks.put("two in one", joined(bytes, bytes));
        tricks.put("compressed", compressed(parts(good)));
        var large = bytes.clone();
        Arrays.fill(large, 18, 26, (byte) 0xff);
        tricks.put("an absurd size", large);
        var counted = bytes.clone();
        Arrays.fill(counted, counted.length - 14, counted.length - 10, (byte) 0xff);
        tricks.put("an absurd number of files", counted);
        var outside = new LinkedHashMap<String, byte[]>();
        outside.put("../../evil", new byte[] {1});
        outside.putAll(parts(good));
        tricks.put("a path out of the folder", Files.readAllBytes(assembled(outside)));
        var more = parts(good);
        more.put("more.txt", new byte[] {1});
        tricks.put("a file more", Files.readAllBytes(assembled(more)));
        for (var missing : parts(good).keySet()) {
            var fewer = parts(good);
            fewer.remove(missing);
            tricks.put("without " + missing, Files.readAllBytes(assembled(fewer)));
            tricks.put("twice " + missing, twice(missing));
        }
        var files = new ArrayList<Path>();
        for (var trick : tricks.entrySet()) {
            var file = Files.createTempFile(scratch, "trick", ".zip");
            Files.write(file, trick.getValue());
            files.add(file);
            assertThat(isGood(file, key)).as(trick.getKey()).isFalse();
        }
        assertThat(script(key, files)).hasSize(tricks.size()).doesNotContain(0);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private byte[] twice(String name) throws IOException {
        var file = Files.createTempFile(scratch, "twice", ".zip");
        try (var zip = new PlainZip.Writer(file)) {
            for (var part : parts(good).entrySet()) {
                zip.add(part.getKey(), out -> out.write(part.getValue()));
                if (part.getKey().equals(name)) {
                    zip.add(name, out -> out.write(part.getValue()));
                }
            }
        }
        return Files.readAllBytes(file);
    }

    private static byte[] compressed(Map<String, byte[]> parts) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new java.util.zip.ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void anotherLogsCheckpointOrKeyIsFoundByBoth() throws Exception {
        var parts = parts(good);
        parts.put(Bundle.CHECKPOINT, parts(otherBundle).get(Bundle.CHECKPOINT));
        bothRefuse(resealed(parts), key);
        bothRefuse(otherBundle, key);
        bothRefuse(good, otherKey);
    }

    @Test
    void aReportThatSaysOtherNumbersIsNamedByBothEvenUnderTheLogsOwnSeal() throws Exception {
        var parts = new TreeMap<String, byte[]>(parts(good));
        var report = new String(parts.get(Bundle.REPORT), StandardCharsets.UTF_8);
        var lied = report.replaceFirst("\"for\"\\s*:\\s*7", "\"for\":8");
        assertThat(lied).isNotEqualTo(report);
        var ordered = parts(good);
        ordered.put(Bundle.REPORT, lied.getBytes(StandardCharsets.UTF_8));
        var bundle = resealed(ordered);
        bothRefuse(bundle, key);
        assertThat(verdicts(bundle, key).wrong())
                .anyMatch(wrong -> wrong.what().en().contains("/votes/0/counts/for"));
        assertThat(said(bundle, "en"))
                .contains("v1")
                .contains("for")
                .contains("8")
                .contains("7");
        assertThat(said(bundle, "it")).contains("v1");
    }

    @Test
    void aSessionStillOpenIsCompleteUpToWhereItSays() throws Exception {
        Sittings.untilBallots(ledger, "open", 3);
        var bundle = scratch.resolve("open.zip");
        BundleWriter.write(
                ledger, notary, Wanted.whole(new SessionId("open"), Set.of()), new ReportRetelling(), bundle);
        var verdicts = verdicts(bundle, key);
        assertThat(verdicts.wrong()).isEmpty();
        assertThat(verdicts.unchecked()).anyMatch(one -> one.en().contains("complete up to position"));
        assertThat(script(key, List.of(bundle))).containsExactly(0);
    }

    @Test
    void aRotatedKeyIsReachedFromTheOldOneAndLeadsBackToIt(@TempDir Path rotated) throws Exception {
        try (var ledger = LedgerFactory.open(rotated);
                var notary = Notary.open(ledger, rotated, Clock.systemUTC())) {
            var oldSecret = LogFolder.open(rotated).key();
            var old = oldSecret.verifier();
            Sittings.whole(ledger, "one", 2);
            notary.settle();
            var next = notary.rotateKey();
            Sittings.whole(ledger, "two", 2);
            var last = notary.rotateKey();
            for (var session : List.of("one", "two")) {
                var bundle = scratch.resolve("rotated-" + session + ".zip");
                var wanted = Wanted.whole(new SessionId(session), Set.of());
                BundleWriter.write(ledger, notary, wanted, new ReportRetelling(), bundle);
                for (var trusted : Arrays.asList(old, next, last, null)) {
                    assertThat(verdicts(bundle, trusted).wrong()).as(session).isEmpty();
                    assertThat(script(trusted, List.of(bundle))).containsExactly(0);
                }
                bothRefuse(bundle, otherKey);
                assertThat(Note.parse(parts(bundle).get(Bundle.SEAL)).signatures())
                        .hasSize(1);
            }
            aReplacedKeySignsNothingLater(rotated, oldSecret);
        }
    }

    /** As somebody could who stole the old key and took over the log. */
    private void aReplacedKeySignsNothingLater(Path rotated, SigningKey old) throws Exception {
        var parts = parts(scratch.resolve("rotated-two.zip"));
        var checkpoint = SignedCheckpoint.parse(parts.get(Bundle.CHECKPOINT)).checkpoint();
        parts.put(
                Bundle.CHECKPOINT,
                SignedCheckpoint.of(checkpoint, old.sign(checkpoint.text()))
                        .format()
                        .getBytes(StandardCharsets.UTF_8));
        var bundle = resealed(parts, rotated, "two");
        for (var trusted :
                Arrays.asList(old.verifier(), LogFolder.open(rotated).key().verifier(), null)) {
            bothRefuse(bundle, trusted);
            assertThat(verdicts(bundle, trusted).wrong())
                    .extracting(Verdicts.Wrong::code)
                    .containsExactly("CHECKPOINT");
        }
    }

    @Test
    void whatIsNoBundleIsCalledSo() throws Exception {
        var file = scratch.resolve("no.zip");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(good), 100));
        assertThatThrownBy(() -> verdicts(file, key)).isInstanceOf(NotABundle.class);
        assertThat(script(key, List.of(file))).containsExactly(2);
    }
}
