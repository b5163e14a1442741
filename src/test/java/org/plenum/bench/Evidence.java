package org.plenum.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** How long a large session's evidence takes to be exported and verified, with the commands that people use. */
final class Evidence {
    static final String BUNDLES = "bundles";

    private Evidence() {}

    static void measure(Product product, Path data, Meeting hall, long events, Findings findings) throws Exception {
        findings.now("the evidence of " + Said.count(events) + " events");
        var bundle = data.resolveSibling("evidence.zip");
        var exported = product.run(data, "export", hall.session().value(), "-o", bundle.toString());
        row(findings, "plenum export", events, exported);
        var verified = product.run(data, "verify", bundle.toString());
        row(findings, "plenum verify", events, verified);
        var audited = product.run(data, "audit");
        row(findings, "plenum audit", events, audited);
        findings.aim(Aim.within(
                        "a bundle of a million entries verified",
                        Duration.ofSeconds(10),
                        verified.time().multipliedBy(1_000_000).dividedBy(events))
                .otherwise(
                        "It hashes every entry, folds them all again, and reads each file twice: once for the manifest, "
                                + "once for what it says."));
        Files.delete(bundle);
    }

    private static void row(Findings findings, String what, long events, Product.Ran ran) {
        findings.row(BUNDLES, what, Said.count(events), Said.time(ran.time()), Said.megabytes(ran.peakMegabytes()));
    }
}
