package org.plenum.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.plenum.proof.checkpoint.Checkpoint;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Whether the report says what the entries say. */
final class ReportCheck {
    private static final int MOST_DIFFERENCES = 20;

    private final BundleFiles files;
    private final Retelling retelling;
    private final Verdicts verdicts;

    ReportCheck(BundleFiles files, Retelling retelling, Verdicts verdicts) {
        this.files = files;
        this.retelling = retelling;
        this.verdicts = verdicts;
    }

    /** Writes the report anew, against the state of the log that it was written against, and compares. */
    void run(Checkpoint head) throws IOException {
        var same = new Comparing(files.open(Bundle.REPORT));
        try (same) {
            retelling.report(head, same);
            if (same.agreed()) {
                verdicts.checked(
                        "Il resoconto, ricalcolato dalle voci: ogni presenza, voto, conteggio ed esito.",
                        "The report, computed anew from the entries: every attendance, vote, count and outcome.");
                return;
            }
        } catch (IllegalStateException e) {
            verdicts.wrong(
                    "REPORT",
                    files.session(),
                    "dalle voci non si ricava alcun resoconto: " + e.getMessage(),
                    "no report follows from the entries: " + e.getMessage());
            return;
        }
        if (!files.isSmall(Bundle.REPORT)) {
            verdicts.wrong(
                    "REPORT",
                    files.session(),
                    "il resoconto non dice ciò che dicono le voci",
                    "the report does not say what the entries say");
            return;
        }
        var anew = new ByteArrayOutputStream();
        retelling.report(head, anew);
        try {
            var differences = new ArrayList<String>();
            differences(
                    "",
                    BundleFiles.JSON.readTree(files.bytes(Bundle.REPORT)),
                    BundleFiles.JSON.readTree(anew.toByteArray()),
                    differences);
            for (var difference : differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size()))) {
                verdicts.wrong(
                        "REPORT",
                        files.session(),
                        "il resoconto non dice ciò che dicono le voci: " + difference,
                        "the report does not say what the entries say: " + difference);
            }
            if (differences.isEmpty()) {
                verdicts.wrong(
                        "REPORT",
                        files.session(),
                        "il resoconto è scritto diversamente da come va scritto",
                        "the report is not written as it must be");
            }
        } catch (JacksonException e) {
            verdicts.wrong("REPORT", files.session(), "il resoconto non è JSON", "the report is not JSON");
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
