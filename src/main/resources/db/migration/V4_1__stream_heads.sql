-- The last position of each stream that is in the tree, so that an audit can name entries that are missing from the end of
-- one.
CREATE TABLE log_stream (
    stream   VARCHAR(120) NOT NULL PRIMARY KEY,
    position BIGINT       NOT NULL
);
