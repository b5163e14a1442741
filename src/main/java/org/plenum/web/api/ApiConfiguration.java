package org.plenum.web.api;

import java.util.List;
import java.util.stream.Stream;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.StreamId;
import org.plenum.projection.live.SessionViews;
import org.plenum.vocabulary.Actor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
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
    Endpoints endpoints(Ledger ledger, SessionViews views, ReadSide readSide) {
        var desk = new CommandDesk(ledger);
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
    RouterFunction<ServerResponse> api(Endpoints endpoints, CurrentActor actor) {
        return new ApiRoutes(endpoints.withDescription(), new RequestReader(actor));
    }

    /** Until somebody can sign in, whoever reaches the server works at the machine itself. */
    @Bean
    @ConditionalOnMissingBean(CurrentActor.class)
    CurrentActor currentActor() {
        return _ -> Actor.LOCAL;
    }
}
