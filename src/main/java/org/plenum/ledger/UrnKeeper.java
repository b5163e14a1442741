package org.plenum.ledger;

import org.plenum.decision.VoteState;
import org.plenum.event.SessionEvent.VoteAnnulled;
import org.plenum.event.SessionEvent.VoteClosed;
import org.plenum.ledger.urn.Urns;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.VoteId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Destroys the keys of urns whose votes have ended, as soon as the end would survive a power cut and never before: until
 * then the vote may turn out to be open still, and its ballots must be readable.
 */
final class UrnKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UrnKeeper.class);

    private final Urns urns;
    private final Ledger ledger;
    private final DurableFeed.Subscription following;

    private UrnKeeper(Urns urns, Ledger ledger) {
        this.urns = urns;
        this.ledger = ledger;
        this.following = ledger.feed().subscribe("urn-keys", ledger.reader().lastIndex(), new DurableFeed.Subscriber() {
            @Override
            public void on(long index, Entry entry) {
                ended(entry);
            }

            @Override
            public void failed(RuntimeException cause) {
                LOG.error("keys of ended secret votes are no longer destroyed; the next start will do it", cause);
            }
        });
    }

    static UrnKeeper start(Urns urns, Ledger ledger) {
        var keeper = new UrnKeeper(urns, ledger);
        keeper.sweep();
        return keeper;
    }

    private void ended(Entry entry) {
        var event = entry.recorded().event();
        if (event instanceof VoteClosed closed) {
            urns.destroyKey(new SessionId(entry.stream().id()), closed.vote());
        } else if (event instanceof VoteAnnulled annulled) {
            urns.destroyKey(new SessionId(entry.stream().id()), annulled.vote());
        }
    }

    /** Keys that outlived their votes because the process ended between the two. */
    private void sweep() {
        for (var urn : urns.withKeys()) {
            if (!isOpen(urn.session(), urn.vote())) {
                urns.destroyKey(urn.session(), urn.vote());
            }
        }
    }

    private boolean isOpen(SessionId session, VoteId vote) {
        return ledger.session(session).vote(vote).filter(VoteState::isOpen).isPresent();
    }

    @Override
    public void close() {
        following.close();
    }
}
