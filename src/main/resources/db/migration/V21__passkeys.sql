-- Passkeys of accounts, in the tables that Spring Security's repositories read: whose they are, and their public keys.
-- user_entities.name is the account's; its identifier is random and says nothing of the person.
CREATE TABLE user_entities (
    id           VARCHAR(200) NOT NULL PRIMARY KEY,
    name         VARCHAR(100) NOT NULL UNIQUE,
    display_name VARCHAR(200)
);

CREATE TABLE user_credentials (
    credential_id                VARCHAR(1500) NOT NULL PRIMARY KEY,
    user_entity_user_id          VARCHAR(200)  NOT NULL REFERENCES user_entities (id),
    public_key                   BYTEA         NOT NULL,
    signature_count              BIGINT,
    uv_initialized               BOOLEAN,
    backup_eligible              BOOLEAN       NOT NULL,
    authenticator_transports     VARCHAR(1000),
    public_key_credential_type   VARCHAR(100),
    backup_state                 BOOLEAN       NOT NULL,
    attestation_object           BYTEA,
    attestation_client_data_json BYTEA,
    created                      TIMESTAMP,
    last_used                    TIMESTAMP,
    label                        VARCHAR(1000) NOT NULL
);
