-- Who may use the server: not part of the ledger, whose entries name people by their account only. Accounts are never
-- deleted, so that a name in an entry means one person for ever.
--
-- account        state: invited (no way to sign in chosen yet), active, locked; password as Argon2id tells it;
--                issuer and subject where somebody else vouches for the person (OpenID Connect)
-- account_role   what somebody is; assembly '' means in all of them
-- account_seat   the seats for which a delegate acts
-- account_link   one-time links by the SHA-256 of their secret; without an account: makes the first administrator
-- account_token  tokens of programs, by the SHA-256 of the token
-- sign_in        who is signed in, by the SHA-256 of what the cookie holds
CREATE TABLE account (
    name        VARCHAR(60)                 NOT NULL PRIMARY KEY,
    display     VARCHAR(200)                NOT NULL,
    email       VARCHAR(200),
    state       VARCHAR(10)                 NOT NULL CHECK (state IN ('invited', 'active', 'locked')),
    password    VARCHAR(300),
    issuer      VARCHAR(300),
    subject     VARCHAR(300),
    made_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    made_by     VARCHAR(100)                NOT NULL,
    CONSTRAINT account_email UNIQUE (email),
    CONSTRAINT account_subject UNIQUE (issuer, subject)
);

CREATE TABLE account_role (
    account  VARCHAR(60)  NOT NULL REFERENCES account (name),
    role     VARCHAR(20)  NOT NULL,
    assembly VARCHAR(100) NOT NULL,
    PRIMARY KEY (account, role, assembly)
);

CREATE TABLE account_seat (
    account  VARCHAR(60)  NOT NULL REFERENCES account (name),
    assembly VARCHAR(100) NOT NULL,
    seat     VARCHAR(100) NOT NULL,
    PRIMARY KEY (account, assembly, seat)
);

CREATE TABLE account_link (
    hash       VARCHAR(64)                 NOT NULL PRIMARY KEY,
    account    VARCHAR(60) REFERENCES account (name),
    leads_to   VARCHAR(300)                NOT NULL,
    made_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    made_by    VARCHAR(100)                NOT NULL,
    expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    used_at    TIMESTAMP(6) WITH TIME ZONE
);

CREATE TABLE account_token (
    hash       VARCHAR(64)                 NOT NULL PRIMARY KEY,
    account    VARCHAR(60)                 NOT NULL REFERENCES account (name),
    label      VARCHAR(100)                NOT NULL,
    made_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE TABLE sign_in (
    hash    VARCHAR(64)                 NOT NULL PRIMARY KEY,
    account VARCHAR(60)                 NOT NULL REFERENCES account (name),
    made_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    seen_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE INDEX sign_in_account ON sign_in (account);
