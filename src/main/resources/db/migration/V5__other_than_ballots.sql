-- Which entries are no ballots. Large sessions nearly consist of ballots, and no list shows any: a start that makes the
-- lists of assemblies and sessions reads these entries only, however many ballots the ledger holds.
CREATE TABLE other_than_ballot (
    global_index BIGINT       NOT NULL PRIMARY KEY,
    stream       VARCHAR(120) NOT NULL,
    position     BIGINT       NOT NULL,
    CONSTRAINT other_once UNIQUE (stream, position)
);

INSERT INTO other_than_ballot (global_index, stream, position)
SELECT global_index, stream, position
FROM entry
WHERE event NOT IN ('BallotCast', 'SecretBallotCast', 'BallotChanged');
