package org.plenum.audit;

import java.io.IOException;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.plenum.event.SessionEvent;
import org.plenum.ledger.EntryHash;
import org.plenum.ledger.EntryLines;
import org.plenum.ledger.StreamId;
import org.plenum.ledger.UnreadableEntry;
import org.plenum.proof.checkpoint.Checkpoint;
import org.plenum.proof.checkpoint.SignedCheckpoint;
import org.plenum.proof.merkle.Hash;

/** Whether the entries are whole, tied to each other, in the log, and tell a session whose numbers are found again. */
final class EntriesCheck {
    private static final int PROGRESS_EVERY = 100_000;

    private final BundleFiles files;
    private final Retelling retelling;
    private final LongConsumer progress;
    private final Verdicts verdicts;
    private long entries;
    private boolean ended;

    EntriesCheck(BundleFiles files, Retelling retelling, LongConsumer progress, Verdicts verdicts) {
        this.files = files;
        this.retelling = retelling;
        this.progress = progress;
        this.verdicts = verdicts;
    }

    /**
     * Reads every entry once.
     *
     * @param checkpoint the state of the log that they must be in; null where none holds
     * @return whether the session could be told anew
     */
    boolean run(@Nullable SignedCheckpoint checkpoint) throws IOException {
        var before = verdicts.findings();
        var told = true;
        EntryHash previous = null;
        var stream = new StreamId(StreamId.Kind.SESSION, files.session());
        try (var lines = new EntriesAhead(new Lines(files.open(Bundle.ENTRIES), EntryLines.LONGEST), stream);
                var texts = new EntryTexts(files.open(Bundle.DISCLOSURES));
                var tree = new TreeReader(files.open(Bundle.TREE))) {
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
            if (entries != files.entries()) {
                var listed = files.entries();
                verdicts.wrongAt(
                        "ENTRIES_MISSING",
                        files.session(),
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
            verdicts.wrongAt(
                    "MALFORMED",
                    files.session(),
                    entries,
                    e.what().it(),
                    e.what().en());
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
                verdicts.wrongAt(
                        "OTHER_SESSION",
                        files.session(),
                        entries,
                        "la voce è di " + header.stream(),
                        "the entry is of " + header.stream());
            }
            if (header.position() != entries) {
                verdicts.wrongAt(
                        "POSITION",
                        files.session(),
                        entries,
                        "qui sta la voce di posizione " + header.position(),
                        "the entry of position " + header.position() + " stands here");
            }
            if (!Objects.equals(header.previous(), previous)) {
                verdicts.wrongAt(
                        "CHAIN",
                        files.session(),
                        entries,
                        "la voce non segue quella che la precede: una delle due è stata alterata, tolta o aggiunta",
                        "the entry does not follow on the one before it: one of the two was altered, removed or added");
            }
        } catch (IllegalArgumentException e) {
            verdicts.wrongAt(
                    "UNREADABLE",
                    files.session(),
                    entries,
                    "la voce non si legge: " + e.getMessage(),
                    "the entry cannot be read: " + e.getMessage());
        }
    }

    private boolean tell(EntriesAhead.Line line, EntryTexts texts, boolean soFar) {
        try {
            var disclosed = texts.of(entries);
            var withheld = files.withheld().contains(entries);
            if (texts.count() != (withheld ? 0 : line.commitments())) {
                verdicts.wrongAt(
                        "TEXT_MISSING",
                        files.session(),
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
                verdicts.wrongAt(
                        replayed ? "REPLAY" : "UNREADABLE",
                        files.session(),
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
        if (tree.isOf(head)) {
            verdicts.checked(
                    "Che tutte le voci stanno nel registro firmato, ciascuna al suo posto.",
                    "That all entries are in the signed log, each in its place.");
        } else {
            verdicts.wrong(
                    "NOT_INCLUDED",
                    files.session(),
                    "le voci non sono quelle del registro firmato: la radice dell'albero non torna",
                    "the entries are not those of the signed log: the root of the tree does not agree");
        }
    }

    private void tellCompleteness() {
        if (files.ended(!ended) != ended) {
            verdicts.wrong(
                    "ENDED",
                    files.session(),
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
        if (!files.withheld().isEmpty()) {
            verdicts.unchecked(
                    "I testi omessi, alle posizioni " + files.withheld()
                            + ": le prove valgono, le parole non si vedono.",
                    "The withheld texts, at positions " + files.withheld()
                            + ": the proofs hold, the words are not shown.");
        }
    }
}
