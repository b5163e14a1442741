package org.plenum.ledger;

import javax.sql.DataSource;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;

/** Axon's transactions on the ledger's database. A commit that fails is told apart from all that fails before it. */
final class LedgerTransactions extends SpringTransactionManager {
    LedgerTransactions(DataSource dataSource) {
        super(rollingBack(new JdbcTransactionManager(dataSource)));
    }

    /** Otherwise a connection that goes back to its pool after a failed commit is switched to auto-commit: it commits. */
    private static JdbcTransactionManager rollingBack(JdbcTransactionManager transactions) {
        transactions.setRollbackOnCommitFailure(true);
        return transactions;
    }

    @Override
    protected void commitTransaction(TransactionStatus status) {
        try {
            super.commitTransaction(status);
        } catch (RuntimeException e) {
            throw new CommitFailed(e);
        }
    }
}
