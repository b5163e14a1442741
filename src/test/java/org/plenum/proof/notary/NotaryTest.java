package org.plenum.proof.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.LedgerFactory;
import org.plenum.ledger.Sittings;
import org.plenum.ledger.StoredLine;
import org.plenum.proof.Refused;
import org.plenum.proof.checkpoint.LogIdentity;
import org.plenum.proof.checkpoint.SignedCheckpoint;
import org.plenum.proof.merkle.Frontier;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.Merkle;
import org.plenum.proof.merkle.NodeSink;
import org.plenum.proof.merkle.ProofCheck;
import org.plenum.proof.notary.Notary.Evidence;
import org.plenum.proof.note.VerifierKey;

@Tag("slow")
class NotaryTest {
    @TempDir
    Path folder;

    private static Notary open(Ledger ledger, Path folder) {
        return Notary.open(ledger, folder, Clock.systemUTC());
    }

    private static SignedCheckpoint settled(Ledger ledger, Notary notary) {
        return notary.covering(ledger.reader().lastIndex()).join();
    }

    private static List<StoredLine> lines(Ledger ledger) {
        var lines = new ArrayList<StoredLine>();
        ledger.reader().readLines(0, Long.MAX_VALUE, lines::add);
        return lines;
    }

    private static Hash rootOf(List<StoredLine> lines) {
        var tree = new Frontier();
        lines.forEach(line -> tree.append(Hash.of(line.hash().bytes()), NodeSink.none()));
        return tree.root();
    }

    private static void sql(Ledger ledger, String statement) throws SQLException {
        try (var connection = ledger.dataSource().getConnection();
                var sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        }
    }

    @Test
    void everyEntryIsInTheTreeOnceInTheLedgersOrder() throws Refused {
        try (var ledger = LedgerFactory.open(folder)) {
            Sittings.whole(ledger, "before", 300);
            try (var notary = open(ledger, folder)) {
                Sittings.whole(ledger, "after", 3);
                var checkpoint = settled(ledger, notary);
                var lines = lines(ledger);
                assertThat(checkpoint.checkpoint().size()).isEqualTo(lines.size());
                assertThat(checkpoint.checkpoint().root()).isEqualTo(rootOf(lines));
                checkpoint.check(new LogIdentity(notary.origin(), List.of(notary.key())), List.of());
                for (var i : List.of(0, 255, 256, 299, lines.size() - 1)) {
                    var hash = Hash.of(lines.get(i).hash().bytes());
                    var proof = notary.prove(hash).orElseThrow();
                    proof.check(hash, new LogIdentity(notary.origin(), List.of(notary.key())), List.of());
                    assertThat(proof.index()).isEqualTo((long) i);
                }
            }
        }
    }

    @Test
    void aCheckpointIsSignedAtEveryOpeningAndClosingOfAVoteAndAtTheEndOfASession() {
        try (var ledger = LedgerFactory.open(folder);
                var notary = open(ledger, folder)) {
            var sizes = new ArrayList<Long>();
            notary.onCheckpoint(one -> sizes.add(one.checkpoint().size()));
            Sittings.whole(ledger, "one", 3);
            settled(ledger, notary);
            var decisive = new ArrayList<Long>();
            lines(ledger).forEach(line -> {
                var text = line.toString();
                if (text.contains("\"event\":\"VoteOpened\"")
                        || text.contains("\"event\":\"VoteClosed\"")
                        || text.contains("\"event\":\"SessionClosed\"")) {
                    decisive.add(line.index());
                }
            });
            assertThat(decisive).hasSize(3);
            assertThat(sizes).containsAll(decisive);
        }
    }

    @Test
    void tellsProvenNotYetAndUnknownApart() {
        try (var ledger = LedgerFactory.open(folder)) {
            var notary = open(ledger, folder);
            Sittings.untilBallots(ledger, "one", 2);
            notary.settle();
            notary.close();
            Sittings.close(ledger, "one");
            var lines = lines(ledger);
            assertThat(notary.evidence(Hash.of(lines.getFirst().hash().bytes())))
                    .isInstanceOf(Evidence.Proven.class);
            assertThat(notary.evidence(Hash.of(lines.getLast().hash().bytes()))).isInstanceOf(Evidence.NotYet.class);
            assertThat(notary.evidence(Merkle.emptyRoot())).isInstanceOf(Evidence.Unknown.class);
        }
    }

    @Test
    void goesOnAfterARestartAndStaysConsistent() throws Refused {
        SignedCheckpoint first;
        try (var ledger = LedgerFactory.open(folder);
                var notary = open(ledger, folder)) {
            Sittings.untilBallots(ledger, "one", 4);
            first = settled(ledger, notary);
        }
        try (var ledger = LedgerFactory.open(folder)) {
            Sittings.whole(ledger, "two", 400);
            try (var notary = open(ledger, folder)) {
                var second = settled(ledger, notary).checkpoint();
                assertThat(second.size()).isEqualTo(ledger.reader().lastIndex());
                var old = first.checkpoint();
                ProofCheck.consistency(
                        old.size(),
                        second.size(),
                        notary.store().tree(second.size()).consistencyProof(old.size(), second.size()),
                        old.root(),
                        second.root());
            }
        }
    }

    @Test
    void theKeyIsItsOwnersAloneAndIsHandedOverByBothSigning() throws IOException, Refused {
        try (var ledger = LedgerFactory.open(folder);
                var notary = open(ledger, folder)) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(LogFolder.KEY)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            var old = notary.key();
            var next = notary.rotateKey();
            assertThat(next).isNotEqualTo(old);
            var size = notary.latest().checkpoint().size();
            var terms = List.of(new Acts.Term(old, size), new Acts.Term(next, Long.MAX_VALUE));
            assertThat(Acts.terms(old, notary.store().acts())).isEqualTo(terms);
            assertThat(Acts.terms(next, notary.store().acts())).isEqualTo(terms);
            assertThat(Acts.inForce(terms, size + 1)).containsExactly(next);
            notary.latest().check(new LogIdentity(notary.origin(), List.of(next)), List.of());
            notary.latest().check(new LogIdentity(notary.origin(), List.of(old)), List.of());
        }
        try (var ledger = LedgerFactory.open(folder);
                var notary = open(ledger, folder)) {
            assertThat(notary.latest().checkpoint().origin()).isEqualTo(notary.origin());
        }
    }

    @Test
    void aKeyFileThatOthersMayReadOrWithoutAKeyIsRefused() throws IOException {
        try (var ledger = LedgerFactory.open(folder)) {
            open(ledger, folder).close();
            var file = folder.resolve(LogFolder.KEY);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
            assertThatThrownBy(() -> open(ledger, folder))
                    .isInstanceOfSatisfying(
                            UnusableKey.class,
                            refused -> assertThat(refused.why())
                                    .isEqualTo(new UnusableKey.Why.OpenToOthers(file, "rw-r-----")));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            var secret = Files.readString(file);
            for (var garbage : List.of("", "\0\1\2", secret.substring(0, secret.length() - 9), "x".repeat(1 << 20))) {
                Files.writeString(file, garbage);
                assertThatThrownBy(() -> open(ledger, folder))
                        .isInstanceOfSatisfying(
                                UnusableKey.class,
                                refused -> assertThat(refused.why()).isInstanceOf(UnusableKey.Why.NoKey.class))
                        .hasMessageNotContaining(secret.strip().substring(secret.length() - 20));
            }
            assertThat(Files.readString(file)).hasSize(1 << 20);
        }
    }

    @Test
    void aRotationThatStoppedHalfWayIsFinishedOrForgotten() throws IOException {
        try (var ledger = LedgerFactory.open(folder)) {
            VerifierKey before;
            try (var notary = open(ledger, folder)) {
                before = notary.key();
            }
            // The next key was stored, and the act that hands over to it never recorded.
            LogFolder.open(folder).nextKey();
            try (var notary = open(ledger, folder)) {
                assertThat(notary.key()).isEqualTo(before);
            }
            // The act was recorded, and the key not yet taken into force.
            var log = LogFolder.open(folder);
            var next = log.nextKey();
            new TreeStore(ledger.dataSource())
                    .add(Acts.rotation(log.key(), next, 0, Clock.systemUTC().instant()));
            try (var notary = open(ledger, folder)) {
                assertThat(notary.key()).isEqualTo(next.verifier());
                assertThat(notary.latest().note().signatures()).anyMatch(one -> one.isClaimedFor(next.verifier()));
            }
        }
    }

    @Test
    void refusesAnOldBackupUntilGoingOnIsRecorded(@TempDir Path backup) throws IOException {
        try (var ledger = LedgerFactory.open(folder);
                var notary = open(ledger, folder)) {
            Sittings.untilBallots(ledger, "one", 2);
            settled(ledger, notary);
        }
        Files.copy(folder.resolve("plenum.mv.db"), backup.resolve("plenum.mv.db"));
        long published;
        try (var ledger = LedgerFactory.open(folder);
                var notary = open(ledger, folder)) {
            Sittings.whole(ledger, "two", 2);
            published = settled(ledger, notary).checkpoint().size();
        }
        Files.copy(
                backup.resolve("plenum.mv.db"),
                folder.resolve("plenum.mv.db"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (var ledger = LedgerFactory.open(folder)) {
            var stored = ledger.reader().lastIndex();
            assertThat(stored).isLessThan(published);
            assertThatThrownBy(() -> open(ledger, folder))
                    .isInstanceOfSatisfying(
                            RolledBack.class,
                            refused ->
                                    assertThat(refused.why()).isEqualTo(new RolledBack.Why.Missing(published, stored)));
            assertThat(Notary.acceptRollback(ledger, folder, Clock.systemUTC(), "the disk failed"))
                    .isPresent();
            try (var notary = open(ledger, folder)) {
                assertThat(notary.store().acts()).hasSize(1).allMatch(Acts::isRollback);
                assertThat(Acts.fields(notary.store().acts().getFirst()))
                        .contains("the disk failed")
                        .anyMatch(line -> line.startsWith(published + " "));
            }
        }
    }

    @Test
    void goingOnOverAChangedEntryIsRecorded() throws SQLException {
        try (var ledger = LedgerFactory.open(folder)) {
            try (var notary = open(ledger, folder)) {
                Sittings.untilBallots(ledger, "one", 2);
                settled(ledger, notary);
            }
            sql(
                    ledger,
                    "UPDATE entry SET line = (SELECT line FROM entry WHERE global_index = 1) WHERE global_index = 2");
            assertThat(Notary.acceptRollback(ledger, folder, Clock.systemUTC(), "we know"))
                    .isPresent();
        }
    }

    @Test
    void buildsDamagedTablesAnewWithoutAnyActWhereTheEntriesAreRight() throws SQLException {
        try (var ledger = LedgerFactory.open(folder)) {
            try (var notary = open(ledger, folder)) {
                Sittings.untilBallots(ledger, "one", 2);
                settled(ledger, notary);
            }
            sql(ledger, "DELETE FROM log_tree");
            assertThatThrownBy(() -> open(ledger, folder)).isInstanceOf(RolledBack.class);
            assertThat(Notary.acceptRollback(ledger, folder, Clock.systemUTC(), "tables lost"))
                    .isEmpty();
            try (var notary = open(ledger, folder)) {
                assertThat(settled(ledger, notary).checkpoint().size())
                        .isEqualTo(ledger.reader().lastIndex());
            }
        }
    }
}
