package org.plenum.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** How long a large session's evidence takes to be exported and verified, with the commands that people use. */
final class Evidence {
    static final String BUNDLES = "bundles";

    private Evidence() {}

    /** A session and where it is stored. */
    record Stored(Path data, Meeting hall, long events) {}

    static void measure(Product product, Stored large, Stored small, Findings findings) throws Exception {
        var less = verified(product, small, findings);
        var verified = verified(product, large, findings);
        row(findings, "plenum audit", large.events(), product.run(large.data(), "audit"));
        findings.aim(Aim.within(
                        "a bundle of a million entries verified",
                        Duration.ofSeconds(10),
                        verified.time().multipliedBy(1_000_000).dividedBy(large.events()))
                .otherwise(
                        "It hashes every entry, folds them all again, and reads each file twice: once for the manifest, "
                                + "once for what it says."));
        if (verified.peakMegabytes().isPresent() && less.peakMegabytes().isPresent()) {
            findings.aim(Aim.atMostTimes(
                            "memory to verify %s entries, beside that for %s"
                                    .formatted(Said.count(large.events()), Said.count(small.events())),
                            1.5,
                            (double) verified.peakMegabytes().getAsLong()
                                    / less.peakMegabytes().getAsLong())
                    .otherwise("Entries pass through; the ballots that stand, some thirty bytes each, are kept."));
        }
    }

    private static Product.Ran verified(Product product, Stored stored, Findings findings) throws Exception {
        findings.now("the evidence of " + Said.count(stored.events()) + " events");
        var bundle = stored.data().resolveSibling("evidence.zip");
        var session = stored.hall().session().value();
        var exported = product.run(stored.data(), "export", session, "-o", bundle.toString());
        row(findings, "plenum export", stored.events(), exported);
        var verified = product.run(stored.data(), "verify", bundle.toString());
        row(findings, "plenum verify", stored.events(), verified);
        Files.delete(bundle);
        return verified;
    }

    private static void row(Findings findings, String what, long events, Product.Ran ran) {
        findings.row(BUNDLES, what, Said.count(events), Said.time(ran.time()), Said.megabytes(ran.peakMegabytes()));
    }
}
