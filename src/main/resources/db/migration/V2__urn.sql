-- The urns of open secret votes: one row each, encrypted as a whole under a key that is not in the database.
CREATE TABLE urn (
    session VARCHAR(100) NOT NULL,
    vote    VARCHAR(100) NOT NULL,
    content BYTEA        NOT NULL,
    PRIMARY KEY (session, vote)
);
