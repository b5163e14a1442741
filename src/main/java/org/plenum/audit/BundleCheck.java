package org.plenum.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.plenum.proof.note.VerifierKey;

/** Verifies an evidence bundle with nothing but the bundle and a public key. Entries are read once, as a stream. */
public final class BundleCheck {
    private BundleCheck() {}

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
            return verify(BundleFiles.of(zip), trust, retelling, progress);
        } catch (PlainZip.NotPlain e) {
            throw new NotABundle(
                    "Non è un fascicolo di prova integro: l'involucro zip non è come deve essere (" + e.getMessage()
                            + ").",
                    "It is not an intact evidence bundle: the zip around it is not as it must be (" + e.getMessage()
                            + ").");
        }
    }

    private static Verdicts verify(BundleFiles files, Trust trust, Retelling retelling, LongConsumer progress)
            throws IOException {
        var verdicts = new Verdicts();
        new FilesCheck(files, verdicts).run();
        var checkpoint = new LogCheck(files, trust, verdicts).run();
        var told = new EntriesCheck(files, retelling, progress, verdicts).run(checkpoint);
        if (checkpoint != null && told) {
            new ReportCheck(files, retelling, verdicts).run(checkpoint.checkpoint());
        }
        verdicts.unchecked(
                "Se tutto ciò che accadde fu registrato, e se gli orologi erano giusti: nessuna firma può dirlo.",
                "Whether all that happened was recorded, and whether clocks were right: no signature can tell.");
        return verdicts;
    }
}
