package org.plenum.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Whether the files are those that the manifest lists, to the byte. */
final class FilesCheck {
    private final BundleFiles files;
    private final Verdicts verdicts;

    FilesCheck(BundleFiles files, Verdicts verdicts) {
        this.files = files;
        this.verdicts = verdicts;
    }

    /** Reads every file once. */
    void run() throws IOException {
        var names = new ArrayList<>(Bundle.LISTED);
        names.add(Bundle.MANIFEST);
        names.add(Bundle.SEAL);
        var found = files.members().stream().map(PlainZip.Member::name).toList();
        if (!found.equals(names)) {
            verdicts.wrong(
                    "FILES",
                    files.session(),
                    "i file non sono quelli di un fascicolo: " + found,
                    "the files are not those of a bundle: " + found);
        }
        var before = verdicts.findings();
        var listed = files.listed();
        for (var member : files.members()) {
            var digest = BundleWriter.sha256();
            var crc = new CRC32();
            try (var in = files.open(member)) {
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
                verdicts.wrong(
                        "FILE_CHANGED",
                        files.session(),
                        "il file " + name + " è stato alterato: non è quello che il manifesto elenca",
                        "the file " + name + " was altered: it is not the one that the manifest lists");
            }
        }
        if (listed.size() != Bundle.LISTED.size()) {
            verdicts.wrong(
                    "FILES", files.session(), "il manifesto elenca altri file", "the manifest lists other files");
        }
        if (verdicts.findings() == before) {
            verdicts.checked(
                    "Il manifesto e l'impronta SHA-256 di ogni file.", "The manifest and the SHA-256 of every file.");
        }
    }
}
