package org.plenum.ledger.urn;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import javax.sql.DataSource;
import org.plenum.decision.Deposit;
import org.plenum.ledger.urn.UrnKeys.UrnName;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.ChoiceCount;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.VoteId;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The urns of open secret votes: one row each. With each ballot the whole urn is decrypted, shuffled and encrypted again,
 * in the transaction that records who took part; so no row, order or time links a choice to a seat. Urns take part in the
 * transaction of the thread that calls.
 */
public final class Urns {
    private final DataSource dataSource;
    private final UrnKeys keys;
    private final SealedBallots ballots;

    /** Urns in a database, their keys elsewhere. */
    public Urns(DataSource dataSource, UrnKeys keys, SecureRandom random) {
        this.dataSource = dataSource;
        this.keys = keys;
        this.ballots = new SealedBallots(random);
    }

    /** Sets up an empty urn with a key of its own. */
    public void open(SessionId session, VoteId vote) {
        var urn = new UrnName(session, vote);
        var sealed = ballots.seal(urn, keys.make(urn), Papers.OF_A_QUESTION, List.of());
        update("INSERT INTO urn (content, session, vote) VALUES (?, ?, ?)", urn, sealed);
    }

    /** Puts a choice in. */
    public void put(SessionId session, Papers papers, Deposit deposit) {
        var urn = new UrnName(session, deposit.vote());
        var key = keys.of(urn);
        var held = new ArrayList<>(ballots.open(urn, key, papers, content(urn)));
        held.add(deposit.choice());
        update("UPDATE urn SET content = ? WHERE session = ? AND vote = ?", urn, ballots.seal(urn, key, papers, held));
    }

    /** What an urn holds, the same ballots counted together. */
    public List<ChoiceCount> count(SessionId session, VoteId vote, Papers papers) {
        var urn = new UrnName(session, vote);
        var sums = new HashMap<Choice, Integer>();
        ballots.open(urn, keys.of(urn), papers, content(urn)).forEach(choice -> sums.merge(choice, 1, Integer::sum));
        var counts = new ArrayList<ChoiceCount>();
        sums.forEach((choice, number) -> counts.add(new ChoiceCount(choice, number)));
        return counts;
    }

    /** Takes an urn away, counted or annulled. Its key is to be destroyed when that lasts. */
    public void remove(SessionId session, VoteId vote) {
        var urn = new UrnName(session, vote);
        var connection = DataSourceUtils.getConnection(dataSource);
        try (var statement = connection.prepareStatement("DELETE FROM urn WHERE session = ? AND vote = ?")) {
            statement.setString(1, urn.session().value());
            statement.setString(2, urn.vote().value());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new UrnFailed("the urn of " + vote + " cannot be taken away", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Destroys the key of an urn that was taken away for good. */
    public void destroyKey(SessionId session, VoteId vote) {
        keys.destroy(new UrnName(session, vote));
    }

    /** The urns whose keys exist. */
    public List<UrnName> withKeys() {
        return keys.all();
    }

    private byte[] content(UrnName urn) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            return content(connection, urn);
        } catch (SQLException e) {
            throw new UrnFailed("the urn of " + urn.vote() + " cannot be read", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static byte[] content(Connection connection, UrnName urn) throws SQLException {
        try (var statement =
                connection.prepareStatement("SELECT content FROM urn WHERE session = ? AND vote = ? FOR UPDATE")) {
            statement.setString(1, urn.session().value());
            statement.setString(2, urn.vote().value());
            try (var result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new UrnFailed("the urn of " + urn.vote() + " is not there");
                }
                return result.getBytes(1);
            }
        }
    }

    private void update(String sql, UrnName urn, byte[] content) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, content);
            statement.setString(2, urn.session().value());
            statement.setString(3, urn.vote().value());
            if (statement.executeUpdate() != 1) {
                throw new UrnFailed("the urn of " + urn.vote() + " is not there");
            }
        } catch (SQLException e) {
            throw new UrnFailed("the urn of " + urn.vote() + " cannot be written", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
