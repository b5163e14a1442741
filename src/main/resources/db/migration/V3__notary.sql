-- The notary's tables: the transparency log's tree over the rows of entry, in the order of global_index.
--
-- log_tree        one row: how many entries are in the tree, and its root
-- log_tile        the tree's hashes as C2SP tlog-tiles cuts them: up to 256 hashes of 32 bytes, left to right;
--                 the last tile of a level grows until it is full
-- log_leaf        where an entry stands (leaf counts from 0), found by the first eight bytes of its hash
-- log_checkpoint  every signed checkpoint, with the cosignatures that came for it
-- log_act         deliberate acts of the operator, as signed notes: keys rotated, rollbacks accepted
CREATE TABLE log_tree (
    one  SMALLINT NOT NULL PRIMARY KEY CHECK (one = 1),
    size BIGINT   NOT NULL,
    root BYTEA    NOT NULL
);

CREATE TABLE log_tile (
    level  SMALLINT NOT NULL,
    tile   BIGINT   NOT NULL,
    hashes BYTEA    NOT NULL,
    PRIMARY KEY (level, tile)
);

CREATE TABLE log_leaf (
    prefix BIGINT NOT NULL,
    leaf   BIGINT NOT NULL,
    PRIMARY KEY (prefix, leaf)
);

CREATE TABLE log_checkpoint (
    size      BIGINT                      NOT NULL PRIMARY KEY,
    signed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    note      VARCHAR                     NOT NULL
);

CREATE TABLE log_act (
    number INT     NOT NULL PRIMARY KEY,
    note   VARCHAR NOT NULL
);
