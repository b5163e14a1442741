package org.plenum.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.plenum.web.security.PublicAddress;
import org.plenum.web.security.SignIn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationRequestToken;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.HttpSessionPublicKeyCredentialCreationOptionsRepository;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsRepository;
import org.springframework.security.web.webauthn.registration.WebAuthnRegistrationFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys: public keys of people's devices, kept in the database, by which accounts sign in without a password. A device
 * proves who holds it each time, by a PIN, a finger or a face.
 */
public final class Passkeys {
    private static final int LONGEST_LABEL = 100;
    private static final int MOST_OF_ONE = 20;

    /** A passkey, as its owner knows it. */
    public record Passkey(String id, String label) {}

    private final Accounts accounts;
    private final Supplier<CompletableFuture<Void>> synced;
    private final PublicAddress address;
    private final PublicKeyCredentialUserEntityRepository owners;
    private final UserCredentialRepository keys;
    private final Party party = new Party();
    private final PublicKeyCredentialCreationOptionsRepository asked =
            new HttpSessionPublicKeyCredentialCreationOptionsRepository();
    private final JsonMapper mapper =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(Accounts accounts, DataSource database, Supplier<CompletableFuture<Void>> synced, PublicAddress address) {
        var jdbc = new JdbcTemplate(database);
        this.accounts = accounts;
        this.synced = synced;
        this.address = address;
        this.owners = new JdbcPublicKeyCredentialUserEntityRepository(jdbc);
        this.keys = new Lasting(new JdbcUserCredentialRepository(jdbc));
    }

    /** Has passkeys let people in, and new ones taken that were asked for before, at the framework's usual addresses. */
    void into(HttpSecurity http, SecurityContextRepository contexts) {
        var signingIn = new WebAuthnAuthenticationFilter();
        signingIn.setAuthenticationManager(this::authenticate);
        signingIn.setSecurityContextRepository(contexts);
        var registering = new WebAuthnRegistrationFilter(keys, party);
        registering.setCreationOptionsRepository(asked);
        http.addFilterBefore(signingIn, AuthorizationFilter.class)
                .addFilterBefore(new PublicKeyCredentialRequestOptionsFilter(party), AuthorizationFilter.class)
                .addFilterAfter(registering, AuthorizationFilter.class);
    }

    private Authentication authenticate(Authentication request) {
        var proof = ((WebAuthnAuthenticationRequestToken) request).getWebAuthnRequest();
        PublicKeyCredentialUserEntity owner;
        try {
            owner = party.authenticate(proof);
        } catch (RuntimeException notProven) {
            throw new BadCredentialsException("a passkey that proves nobody", notProven);
        }
        return accounts.find(new AccountName(owner.getName()))
                .filter(Account::isActive)
                .map(account -> SignIn.of(account.person()))
                .orElseThrow(() -> new BadCredentialsException("a passkey of an account that is locked"));
    }

    /** What a device needs to make a passkey of an account, as JSON; the passkey may then be registered in this session. */
    public String ask(Account account, HttpServletRequest request, HttpServletResponse response) {
        var name = account.name().value();
        if (owners.findByUsername(name) == null) {
            owners.save(ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(Bytes.random())
                    .name(name)
                    .displayName(account.display())
                    .build());
        }
        var options =
                party.createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(
                        UsernamePasswordAuthenticationToken.authenticated(name, null, List.of())));
        asked.save(request, response, options);
        return mapper.writeValueAsString(options);
    }

    /** Somebody's passkeys. */
    public List<Passkey> of(AccountName name) {
        return records(name).stream()
                .map(key -> new Passkey(key.getCredentialId().toBase64UrlString(), key.getLabel()))
                .toList();
    }

    /** Takes a passkey of somebody's own back; one that is somebody else's stays. */
    public void remove(AccountName name, String id) {
        records(name).stream()
                .map(CredentialRecord::getCredentialId)
                .filter(key -> key.toBase64UrlString().equals(id))
                .forEach(keys::delete);
    }

    /** Takes all passkeys of somebody back. */
    public void removeAll(AccountName name) {
        records(name).forEach(key -> keys.delete(key.getCredentialId()));
    }

    private List<CredentialRecord> records(AccountName name) {
        var owner = owners.findByUsername(name.value());
        return owner == null ? List.of() : keys.findByUserId(owner.getId());
    }

    /** Keys that would survive a power cut when they are said to be saved. */
    private final class Lasting implements UserCredentialRepository {
        private final UserCredentialRepository rows;

        Lasting(UserCredentialRepository rows) {
            this.rows = rows;
        }

        @Override
        public void delete(Bytes id) {
            rows.delete(id);
            synced.get().join();
        }

        @Override
        public void save(CredentialRecord key) {
            rows.save(key);
            synced.get().join();
        }

        @Override
        public @Nullable CredentialRecord findByCredentialId(Bytes id) {
            return rows.findByCredentialId(id);
        }

        @Override
        public List<CredentialRecord> findByUserId(Bytes owner) {
            return rows.findByUserId(owner);
        }
    }

    /** The server as devices know it: by its public address, which is known only once it listens. */
    private final class Party implements WebAuthnRelyingPartyOperations {
        private @Nullable WebAuthnRelyingPartyOperations known;

        private synchronized WebAuthnRelyingPartyOperations party() {
            var now = known;
            if (now == null) {
                now = at(address);
                known = now;
            }
            return now;
        }

        private WebAuthnRelyingPartyOperations at(PublicAddress place) {
            var base = place.base();
            var entity = PublicKeyCredentialRpEntity.builder()
                    .name("Plenum")
                    .id(base.getHost())
                    .build();
            var operations = new Webauthn4JRelyingPartyOperations(owners, keys, entity, Set.of(base.toString()));
            operations.setCustomizeCreationOptions(
                    options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                            .residentKey(ResidentKeyRequirement.REQUIRED)
                            .userVerification(UserVerificationRequirement.REQUIRED)
                            .build()));
            operations.setCustomizeRequestOptions(
                    options -> options.userVerification(UserVerificationRequirement.REQUIRED));
            return operations;
        }

        @Override
        public PublicKeyCredentialCreationOptions createPublicKeyCredentialCreationOptions(
                PublicKeyCredentialCreationOptionsRequest request) {
            return party().createPublicKeyCredentialCreationOptions(request);
        }

        @Override
        public CredentialRecord registerCredential(RelyingPartyRegistrationRequest request) {
            var label = request.getPublicKey().getLabel();
            var owner = request.getCreationOptions().getUser().getId();
            if (label == null
                    || label.isBlank()
                    || label.length() > LONGEST_LABEL
                    || keys.findByUserId(owner).size() >= MOST_OF_ONE) {
                throw new AccessDeniedException("a passkey without a short name, or one too many");
            }
            try {
                return party().registerCredential(request);
            } catch (RuntimeException notProven) {
                throw new AccessDeniedException("a passkey that is not what was asked for", notProven);
            }
        }

        @Override
        public PublicKeyCredentialRequestOptions createCredentialRequestOptions(
                PublicKeyCredentialRequestOptionsRequest request) {
            return party().createCredentialRequestOptions(request);
        }

        @Override
        public PublicKeyCredentialUserEntity authenticate(RelyingPartyAuthenticationRequest request) {
            return party().authenticate(request);
        }
    }
}
