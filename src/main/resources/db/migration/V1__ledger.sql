-- The ledger: one row for each entry. Rows are added, never changed, never removed.
--
-- global_index         the order of the whole ledger, from 1, without gaps
-- stream, position     whose entry it is ('session/…', 'assembly/…') and its place there, from 1, without gaps
-- event … recorded_at  copied from the line, for people who look; programs read the line
-- line                 the entry as hashed: one line of UTF-8 JSON
-- disclosed            free texts that the line only commits to, each with its salt
-- command_…            at the first entry of a command that came with a key: who gave it, the key, a hash of what it
--                      said, and how many entries it made; so a repetition is answered as the first time, for ever
CREATE TABLE entry (
    global_index        BIGINT                      NOT NULL PRIMARY KEY,
    stream              VARCHAR(120)                NOT NULL,
    position            BIGINT                      NOT NULL,
    event               VARCHAR(60)                 NOT NULL,
    version             INT                         NOT NULL,
    recorded_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    line                BYTEA                       NOT NULL,
    disclosed           VARCHAR,
    command_key         UUID,
    command_actor       VARCHAR(100),
    command_fingerprint BYTEA,
    command_entries     INT,
    CONSTRAINT entry_once UNIQUE (stream, position),
    CONSTRAINT command_once UNIQUE (command_key, command_actor)
);
