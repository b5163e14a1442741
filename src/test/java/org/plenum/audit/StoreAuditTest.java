package org.plenum.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.LedgerFactory;
import org.plenum.ledger.Sittings;
import org.plenum.proof.notary.Notary;
import org.plenum.proof.notary.TreeStore;

/** Whoever changes the database past the ledger is found, by session and position. */
@Tag("slow")
class StoreAuditTest {
    @TempDir
    Path folder;

    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = LedgerFactory.open(folder);
        try (var notary = Notary.open(ledger, folder, Clock.systemUTC())) {
            Sittings.whole(ledger, "one", 5);
            Sittings.untilBallots(ledger, "two", 300);
            notary.covering(ledger.reader().lastIndex()).join();
        }
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Verdicts audit() {
        return StoreAudit.run(ledger, new TreeStore(ledger.dataSource()), entries -> {});
    }

    private void sql(String statement) throws SQLException {
        try (var connection = ledger.dataSource().getConnection();
                var sql = connection.createStatement()) {
            assertThat(sql.executeUpdate(statement)).isPositive();
        }
    }

    private void names(String code, String session, long position) {
        assertThat(audit().wrong()).anySatisfy(wrong -> {
            assertThat(wrong.code()).isEqualTo(code);
            assertThat(wrong.session()).isEqualTo(session);
            assertThat(wrong.position()).isEqualTo(position);
            assertThat(wrong.what().en()).contains(session).contains("position " + position);
            assertThat(wrong.what().it()).contains("posizione " + position);
        });
    }

    @Test
    void anUntouchedLedgerIsGood() {
        assertThat(audit().wrong()).isEmpty();
        assertThat(audit().checked()).hasSize(3);
    }

    @Test
    void findsAChangedRowAndNamesItAlone() throws SQLException {
        sql("UPDATE entry SET line = STRINGTOUTF8(REPLACE(UTF8TOSTRING(line), '\"for\"', '\"against\"'))"
                + " WHERE stream = 'session/two' AND position = 320");
        names("ENTRY_CHANGED", "two", 320);
        assertThat(audit().findings()).isEqualTo(1);
    }

    @Test
    void findsADeletedRow() throws SQLException {
        sql("DELETE FROM entry WHERE stream = 'session/two' AND position = 100");
        names("ENTRY_DELETED", "two", 100);
    }

    @Test
    void findsTheDeletionOfASessionsLastRow() throws SQLException {
        var last = ledger.reader().head(Sittings.stream("one"));
        sql("DELETE FROM entry WHERE stream = 'session/one' AND position = " + last);
        names("ENTRY_DELETED", "one", last);
        assertThat(audit().findings()).isEqualTo(1);
    }

    @Test
    void findsAnInsertedRow() throws SQLException {
        sql("INSERT INTO entry (global_index, stream, position, event, version, recorded_at, line) "
                + "SELECT 0, stream, 999, event, version, recorded_at, line FROM entry "
                + "WHERE stream = 'session/one' AND position = 4");
        names("ENTRY_INSERTED", "one", 999);
    }

    @Test
    void findsARowAddedAtTheEndAsSoonAsTheLedgerOpens() throws SQLException {
        var head = ledger.reader().head(Sittings.stream("one"));
        sql("INSERT INTO entry (global_index, stream, position, event, version, recorded_at, line) "
                + "SELECT (SELECT MAX(global_index) + 1 FROM entry), stream, " + (head + 1)
                + ", event, version, recorded_at, line FROM entry WHERE stream = 'session/one' AND position = 4");
        ledger.close();
        ledger = LedgerFactory.open(folder);
        names("ROW_MISLABELLED", "one", head + 1);
    }

    @Test
    void findsChangedWordsBesideAnEntry() throws SQLException {
        sql("UPDATE entry SET disclosed = '[' WHERE stream = 'session/one' AND position = 3");
        names("UNREADABLE", "one", 3);
    }

    @Test
    void findsAnEntryThatListsWouldLeaveOut() throws SQLException {
        sql("DELETE FROM other_than_ballot WHERE stream = 'session/one' AND position = 2");
        names("LIST_WRONG", "one", 2);
        assertThat(audit().findings()).isEqualTo(1);
    }

    @Test
    void findsABallotAmongWhatListsAreMadeFrom() throws SQLException {
        sql("INSERT INTO other_than_ballot SELECT global_index, stream, position FROM entry"
                + " WHERE stream = 'session/two' AND position = 320");
        names("LIST_WRONG", "two", 320);
    }

    @Test
    void findsDamageToTheTreesTables() throws SQLException {
        sql("UPDATE log_tile SET hashes = (SELECT hashes FROM log_tile WHERE level = 0 AND tile = 1) "
                + "WHERE level = 0 AND tile = 0");
        assertThat(audit().wrong()).anyMatch(wrong -> wrong.code().equals("ENTRY_CHANGED"));
    }

    @Test
    void findsAMissingTile() throws SQLException {
        sql("DELETE FROM log_tile WHERE level = 1");
        assertThat(audit().wrong()).anyMatch(wrong -> wrong.code().equals("TREE_DAMAGED"));
    }

    @Test
    void findsAChangedRoot() throws SQLException {
        sql("UPDATE log_tree SET root = (SELECT SUBSTRING(hashes FROM 1 FOR 32) FROM log_tile "
                + "WHERE level = 0 AND tile = 0)");
        assertThat(audit().wrong()).anyMatch(wrong -> wrong.code().equals("TREE_DAMAGED"));
    }
}
