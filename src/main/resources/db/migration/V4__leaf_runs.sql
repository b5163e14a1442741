-- Where an entry stands in the tree, found by its hash: no longer a row for each entry, each in a place of its own, but
-- runs of 65,536 entries, each written once, when it is full.
--
-- log_leaf  run (counted from 0) and the first byte of the hashes; places: for each such entry the next six bytes of its
--           hash and its place in the run as two bytes, in the order of the tree
DROP TABLE log_leaf;

CREATE TABLE log_leaf (
    run        BIGINT   NOT NULL,
    first_byte SMALLINT NOT NULL,
    places     BYTEA    NOT NULL,
    PRIMARY KEY (run, first_byte)
);
