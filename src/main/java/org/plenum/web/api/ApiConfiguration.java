package org.plenum.web.api;

import java.util.List;
import java.util.stream.Stream;
import org.plenum.ledger.Ledger;
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
    Endpoints endpoints(Ledger ledger) {
        var desk = new CommandDesk(ledger);
        return new Endpoints(Stream.of(
                        AssemblyEndpoints.commands(desk),
                        SittingEndpoints.commands(desk),
                        AttendanceEndpoints.commands(desk),
                        AgendaEndpoints.commands(desk),
                        VoteEndpoints.commands(desk),
                        CorrectionEndpoints.commands(desk),
                        TranscriptEndpoints.commands(desk),
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
