package org.plenum.web.api;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.plenum.projection.directory.SessionEntry;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.SessionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Has the sessions that are under way ready after a start, before anybody asks: a hall whose server had to start again
 * does not wait at its first press. The server answers meanwhile.
 */
final class UnderWay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(UnderWay.class);

    private final ReadSide side;
    private final AtomicReference<@Nullable Thread> running = new AtomicReference<>();

    UnderWay(ReadSide side) {
        this.side = side;
    }

    /**
     * The sessions that people sit in on a day: begun and not ended, of that day, or, for whoever sits past midnight or
     * far from Greenwich, of the one before or after it.
     */
    static List<SessionId> on(LocalDate day, List<SessionEntry> sessions) {
        return sessions.stream()
                .filter(session -> session.stage() == SessionStage.OPEN || session.stage() == SessionStage.SUSPENDED)
                .filter(session -> !session.date().isBefore(day.minusDays(1))
                        && !session.date().isAfter(day.plusDays(1)))
                .map(SessionEntry::session)
                .toList();
    }

    private void makeAllReady() {
        for (var session : on(LocalDate.now(ZoneOffset.UTC), side.directory().sessions())) {
            if (isRunning()) {
                makeReady(session);
            }
        }
    }

    private void makeReady(SessionId session) {
        try {
            side.ready(session);
        } catch (RuntimeException e) {
            // Whoever asks for it is told the same, and the others can be made ready.
            if (isRunning()) {
                LOG.warn("{} is under way and cannot be made ready", session, e);
            }
        }
    }

    @Override
    public void start() {
        var thread = Thread.ofPlatform().name("under-way").daemon().unstarted(this::makeAllReady);
        running.set(thread);
        thread.start();
    }

    @Override
    public void stop() {
        running.set(null);
    }

    @Override
    public boolean isRunning() {
        return running.get() != null;
    }
}
