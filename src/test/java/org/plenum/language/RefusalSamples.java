package org.plenum.language;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.plenum.command.Refusal;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.CommandKey;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.SessionStage;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.When;

/** One refusal of every type there is, found by itself, so that none can be forgotten. */
public final class RefusalSamples {
    private RefusalSamples() {}

    /** Every type of refusal. */
    public static List<Class<? extends Refusal>> types() {
        return leaves(Refusal.class).toList();
    }

    /** One refusal of every type. */
    public static List<Refusal> all() {
        return types().stream().map(RefusalSamples::sample).toList();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Class<? extends Refusal>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RefusalSamples::leaves)
                : Stream.of((Class<? extends Refusal>) type);
    }

    private static Refusal sample(Class<? extends Refusal> type) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components).map(RefusalSamples::value).toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type, e);
        }
    }

    private static Object value(RecordComponent component) {
        var generic = component.getGenericType().getTypeName();
        return switch (component.getType().getSimpleName()) {
            case "AssemblyId" -> new AssemblyId("valle-seriana");
            case "SessionId" -> new SessionId("s-2024");
            case "SeatId" -> new SeatId("seat-" + component.getName());
            case "VoteId" -> new VoteId("v1");
            case "ItemNumber" -> new ItemNumber("3/bis");
            case "CommandKey" -> new CommandKey(new UUID(1, 2));
            case "Leak" -> Refusal.WouldReveal.Leak.CORRECTION;
            case "Fault" -> Malformed.Fault.TEXT_EMPTY;
            case "String" -> "a " + component.getName();
            case "int" -> 7;
            case "long" -> 41L;
            case "boolean" -> true;
            case "BigDecimal" -> new BigDecimal("9.5");
            case "SessionStage" -> SessionStage.CONVENED;
            case "LocalDate" -> LocalDate.of(2024, 11, 13);
            case "StatedTime" ->
                Objects.requireNonNull(When.at("2024-11-13T17:51").resolve(LocalDate.EPOCH, null));
            case "Participant" -> new Participant.Named("Daniele Esposito");
            case "List" ->
                generic.contains("SessionStage")
                        ? List.of(SessionStage.OPEN, SessionStage.SUSPENDED)
                        : generic.contains("CandidateId")
                                ? List.of(new CandidateId("rossi"), new CandidateId("verdi"))
                                : List.of(new SeatId("albino"), new SeatId("leffe"));
            default -> throw new IllegalStateException("no sample of " + component);
        };
    }
}
