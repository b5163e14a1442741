package org.plenum.web.api;

import java.util.List;
import java.util.stream.Stream;
import org.plenum.ledger.Ledger;
import org.plenum.proof.cosigning.Cosigning;
import org.plenum.proof.notary.Notary;
import org.plenum.web.live.SessionPulse;
import org.plenum.web.security.CurrentPerson;
import org.plenum.web.security.Entrance;
import org.plenum.web.security.SeenSessions;
import org.plenum.web.security.Senders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts the endpoints together. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {
    /** The sessions as people may see them, for whoever answers people. */
    @Bean
    SeenSessions seenSessions(ReadSide side) {
        return side.sessions();
    }

    /** Who may see entries as they were hashed. */
    @Bean
    EntrySight entrySight(ReadSide side) {
        return new EntrySight(side.sessions());
    }

    @Bean
    ReadSide readSide(Ledger ledger) {
        return new ReadSide(ledger);
    }

    @Bean
    UnderWay underWay(ReadSide side) {
        return new UnderWay(side);
    }

    @Bean
    Endpoints endpoints(
            Ledger ledger,
            Entrance entrance,
            ReadSide side,
            SessionPulse pulse,
            Senders senders,
            Notary notary,
            Cosigning cosigning) {
        var desk = new CommandDesk(ledger, entrance);
        return new Endpoints(Stream.of(
                        AssemblyEndpoints.commands(desk),
                        SittingEndpoints.commands(desk),
                        AttendanceEndpoints.commands(desk),
                        AgendaEndpoints.commands(desk),
                        VoteEndpoints.commands(desk),
                        ProposalEndpoints.commands(desk),
                        CorrectionEndpoints.commands(desk),
                        TranscriptEndpoints.commands(desk),
                        ListQuestions.of(side),
                        SessionQuestions.of(side, notary),
                        LedgerQuestions.of(notary, cosigning),
                        BundleQuestions.of(side, notary),
                        JournalQuestions.of(side),
                        new LiveEndpoint(side, pulse, senders).endpoints(),
                        MaintenanceEndpoints.of(side, entrance),
                        ProblemEndpoints.questions())
                .flatMap(List::stream)
                .toList());
    }

    @Bean
    RouterFunction<ServerResponse> apiRoutes(Endpoints endpoints, CurrentPerson people, Entrance entrance) {
        return new ApiRoutes(endpoints.withDescription(), new RequestReader(people, entrance));
    }
}
