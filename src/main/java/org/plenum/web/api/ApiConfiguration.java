package org.plenum.web.api;

import java.util.List;
import java.util.stream.Stream;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.StreamId;
import org.plenum.projection.live.SessionViews;
import org.plenum.web.security.CurrentPerson;
import org.plenum.web.security.Entrance;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts the endpoints together. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {
    @Bean
    SessionViews sessionViews(Ledger ledger) {
        return new SessionViews(
                (session, after, consumer) -> ledger.reader()
                        .read(
                                StreamId.of(session),
                                after + 1,
                                Long.MAX_VALUE,
                                entry -> consumer.accept(entry.ofSession())),
                SessionViews.USUAL_MOST_EVENTS);
    }

    @Bean(destroyMethod = "close")
    ReadSide readSide(Ledger ledger, SessionViews views) {
        return new ReadSide(ledger, views);
    }

    @Bean
    Endpoints endpoints(Ledger ledger, SessionViews views, ReadSide readSide, Entrance entrance, CurrentPerson person) {
        var desk = new CommandDesk(ledger, command -> entrance.check(person.ofApi(), command));
        var sessions = new SessionQuestions(views);
        return new Endpoints(Stream.of(
                        AssemblyEndpoints.commands(desk),
                        SittingEndpoints.commands(desk),
                        AttendanceEndpoints.commands(desk),
                        AgendaEndpoints.commands(desk),
                        VoteEndpoints.commands(desk),
                        CorrectionEndpoints.commands(desk),
                        TranscriptEndpoints.commands(desk),
                        ReportEndpoints.questions(sessions),
                        DirectoryEndpoints.questions(readSide, sessions),
                        ProblemEndpoints.questions())
                .flatMap(List::stream)
                .toList());
    }

    @Bean
    RouterFunction<ServerResponse> apiRoutes(Endpoints endpoints, CurrentActor actor) {
        return new ApiRoutes(endpoints.withDescription(), new RequestReader(actor));
    }

    /** Whoever is signed in; in a demonstration, without a sign-in, the machine's own user. */
    @Bean
    CurrentActor currentActor(CurrentPerson person) {
        return _ -> person.ofApi().actor();
    }
}
