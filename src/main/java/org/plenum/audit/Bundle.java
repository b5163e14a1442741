package org.plenum.audit;

import java.util.List;

/** The files of an evidence bundle, in their order; docs/ledger-format.md says what stands in each. */
final class Bundle {
    static final String FORMAT = "plenum-bundle/1";

    static final String ENTRIES = "entries.jsonl";
    static final String DISCLOSURES = "disclosures.jsonl";
    static final String TREE = "tree.txt";
    static final String CHECKPOINT = "checkpoint.txt";
    static final String KEY = "key.txt";
    static final String WITNESSES = "witnesses.txt";
    static final String ACTS = "acts.json";
    static final String REPORT = "report.json";
    static final String README = "README.txt";
    static final String MANIFEST = "manifest.json";
    static final String SEAL = "manifest.sig";

    /** All but the manifest and its seal, which cannot list themselves. */
    static final List<String> LISTED =
            List.of(ENTRIES, DISCLOSURES, TREE, CHECKPOINT, KEY, WITNESSES, ACTS, REPORT, README);

    private Bundle() {}
}
