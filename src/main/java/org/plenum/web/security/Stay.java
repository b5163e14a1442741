package org.plenum.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * For an answer that goes on for hours: whether whoever asked for it would still be let in, with the same rights. Asked
 * whenever there is something to tell, it counts as a request does: who is told nothing is idle. Looked up anew every few
 * seconds at most. For the thread that answers.
 */
public final class Stay {
    private static final long BELIEVED_NANOS = 3_000_000_000L;

    private final Senders senders;
    private final HttpServletRequest request;
    private final Optional<Person> begun;
    private long lookedUp = System.nanoTime();

    /** Begins with who was let in. */
    public Stay(Senders senders, HttpServletRequest request) {
        this.senders = senders;
        this.request = request;
        this.begun = SignIn.person(SecurityContextHolder.getContext().getAuthentication());
    }

    /** Whether it goes on. */
    public boolean goesOn() {
        var now = System.nanoTime();
        if (now - lookedUp < BELIEVED_NANOS) {
            return true;
        }
        lookedUp = now;
        return senders.find(request).equals(begun);
    }
}
