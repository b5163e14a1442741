package org.plenum.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page is read in the order of a key: however many entries follow it, the database neither reads nor sorts them. */
class ReadingPlanTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                EntryTable.PAGE_OF_STREAM,
                EntryTable.PAGE_OF_LEDGER,
                EntryTable.OTHERS_OF_LEDGER,
                EntryTable.OTHERS_OF_STREAM,
                EntryTable.NEXT_STREAM
            })
    void aPageIsReadInTheOrderOfAKey(String sql) throws SQLException {
        try (var ledger = LedgerFactory.open(folder);
                var connection = ledger.dataSource().getConnection();
                var statement = connection.prepareStatement("EXPLAIN " + sql)) {
            for (var parameter = 1;
                    parameter <= statement.getParameterMetaData().getParameterCount();
                    parameter++) {
                statement.setString(parameter, "1");
            }
            try (var plan = statement.executeQuery()) {
                assertThat(plan.next()).isTrue();
                assertThat(plan.getString(1)).contains("index sorted");
            }
        }
    }
}
