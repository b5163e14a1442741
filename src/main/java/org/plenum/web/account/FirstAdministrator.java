package org.plenum.web.account;

import java.time.Duration;
import java.util.Optional;
import org.plenum.vocabulary.Bilingual;
import org.plenum.web.security.PublicAddress;

/** How the first administrator comes in: by a link that whoever starts the server reads on its console. */
public final class FirstAdministrator {
    private static final Duration HOLDS = Duration.ofHours(24);

    private final Accounts accounts;
    private final PublicAddress address;

    FirstAdministrator(Accounts accounts, PublicAddress address) {
        this.accounts = accounts;
        this.address = address;
    }

    /** What to say on the console: a new link, which replaces earlier ones, while there is no administrator. */
    public Optional<Bilingual> invitation() {
        return accounts.firstLink(HOLDS).map(secret -> {
            var link = address.of("/link/" + secret.text());
            return new Bilingual(
                    "Nessun amministratore: crearlo con questo collegamento, valido una volta sola entro 24 ore:\n  "
                            + link,
                    "No administrator yet: make one with this link, which holds once, within 24 hours:\n  " + link);
        });
    }
}
