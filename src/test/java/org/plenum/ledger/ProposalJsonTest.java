package org.plenum.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenum.command.SessionCommand;
import org.plenum.command.TwoPersons;
import org.plenum.decision.SessionState.Proposal;
import org.plenum.vocabulary.Across;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Conclusion;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.ElectionRule;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.Stages;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.When;

/** Every command that rules may leave to two persons comes back from its proposal as it was given. */
class ProposalJsonTest {
    static Stream<String> names() {
        return TwoPersons.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void comesBackAsItWasGiven(String name) throws ReflectiveOperationException {
        var command = sample(TwoPersons.typeOf(name).orElseThrow());
        for (var when : List.of(When.NOT_STATED, When.at("17:51"), When.at("2024-10-27T02:30:15+01:00"))) {
            var content = ProposalJson.write(command, when);
            var read = ProposalJson.read(new Proposal(1, name, content, Actor.LOCAL));
            assertThat(read).isEqualTo(new ProposalJson.Said(command, when));
        }
        assertThat(TwoPersons.nameOf(command)).isEqualTo(name);
    }

    private static SessionCommand sample(Class<? extends SessionCommand> type) throws ReflectiveOperationException {
        var parts = type.getRecordComponents();
        var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(parts).map(ProposalJsonTest::value).toArray();
        var constructor = type.getDeclaredConstructor(types);
        return constructor.newInstance(values);
    }

    private static Object value(RecordComponent part) {
        var generic = part.getGenericType().getTypeName();
        return switch (part.getType().getSimpleName()) {
            case "SessionId" -> new SessionId("s-2024");
            case "SeatId" -> new SeatId("albino");
            case "VoteId" -> new VoteId("v1");
            case "ItemNumber" -> new ItemNumber("3/bis");
            case "FreeText" -> new FreeText("so was \"it\" said: perché no");
            case "Participant" -> new Participant.Named("Ada Bianchi");
            case "Conclusion" -> Conclusion.POSTPONED;
            case "Method" -> Method.SECRET;
            case "Mode" -> Mode.REMOTE;
            case "Outcome" -> Outcome.CARRIED;
            case "Choice" -> new Choice.Preferences(List.of(new CandidateId("rossi")));
            case "Delegate" -> Delegate.named("Daniele Esposito");
            case "Rule" -> new Rule.AllOf(List.of(new Rule.Fixed(16), new Rule.FewerNotFor(4)));
            case "Across" -> Across.first(new Stages(null, new Rule.Fixed(3), 2, Period.ofDays(30), null));
            case "ElectionRule" -> ElectionRule.ofOne();
            case "When" -> When.at("2024-11-20T18:00");
            case "String" -> "a " + part.getName();
            case "boolean" -> true;
            case "int" -> 7;
            case "long" -> 41L;
            case "BigDecimal" -> new BigDecimal("9.5");
            case "List" ->
                generic.contains("AgendaItem")
                        ? List.of(new AgendaItem(new ItemNumber("1"), "Bilancio", "budget"))
                        : generic.contains("CandidateId")
                                ? List.of(new CandidateId("rossi"), new CandidateId("verdi"))
                                : generic.contains("Candidate")
                                        ? List.of(new Candidate(
                                                new CandidateId("rossi"), "Anna Rossi", LocalDate.of(1961, 4, 2)))
                                        : List.of(new ItemNumber("1"), new ItemNumber("3/bis"));
            default -> throw new IllegalStateException("no sample of " + part);
        };
    }
}
