package org.plenum.json;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.CommandKey;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.LocalPoint;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.StatedTime;
import org.plenum.vocabulary.VoteId;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The domain's words as JSON: identifiers and exact decimals as strings, enumerations as lower-case words with hyphens,
 * records field by field in their own order, what is not there left out. Reading is strict: an unknown field, a missing
 * one that is required, or a value that cannot be is an error.
 */
public final class VocabularyJson {
    private VocabularyJson() {}

    /** A mapper's builder with everything set; add modules for what is particular to the use. */
    public static JsonMapper.Builder mapper() {
        return JsonMapper.builder()
                .annotationIntrospector(new RequiredUnlessNullable())
                .propertyNamingStrategy(new DomainNames())
                .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(NON_NULL))
                .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .addModule(module());
    }

    private static SimpleModule module() {
        var module = new SimpleModule("vocabulary");
        word(module, SeatId.class, SeatId::value, SeatId::new);
        word(module, SessionId.class, SessionId::value, SessionId::new);
        word(module, AssemblyId.class, AssemblyId::value, AssemblyId::new);
        word(module, VoteId.class, VoteId::value, VoteId::new);
        word(module, CandidateId.class, CandidateId::value, CandidateId::new);
        word(module, ItemNumber.class, ItemNumber::value, ItemNumber::new);
        word(module, Actor.class, Actor::value, Actor::new);
        word(module, CommandKey.class, CommandKey::toString, text -> new CommandKey(UUID.fromString(text)));
        word(module, BigDecimal.class, BigDecimal::toPlainString, BigDecimal::new);
        word(module, ZoneId.class, ZoneId::getId, ZoneId::of);
        word(module, LocalTime.class, LocalTime::toString, LocalTime::parse);
        word(module, LocalPoint.class, LocalPoint::toString, StatedTimeJson::point);
        module.addSerializer(StatedTime.class, new StatedTimeJson.Writer());
        module.addDeserializer(StatedTime.class, new StatedTimeJson.Reader());
        module.addSerializer(Choice.class, new ChoiceJson.Writer());
        module.addSerializer(Choice.Stance.class, new ChoiceJson.StanceWriter());
        module.addDeserializer(Choice.class, new ChoiceJson.Reader());
        module.addSerializer(Rule.class, new RuleJson.RuleWriter());
        module.addDeserializer(Rule.class, new RuleJson.RuleReader());
        module.addSerializer(RulesOfProcedure.class, new RuleJson.RulesWriter());
        module.addDeserializer(RulesOfProcedure.class, new RuleJson.RulesReader());
        module.addSerializer(Participant.class, new ParticipantJson.Writer());
        module.addDeserializer(Participant.class, new ParticipantJson.Reader());
        return module;
    }

    private static <T> void word(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new WordJson.Writer<>(type, write));
        module.addDeserializer(type, new WordJson.Reader<>(type, read));
        module.addKeySerializer(type, new WordJson.KeyWriter<>(type, write));
        module.addKeyDeserializer(type, new WordJson.KeyReader<>(read));
    }

    /** Where Java keeps a word of the domain for itself, the JSON still says the domain's word. */
    private static final class DomainNames extends PropertyNamingStrategy {
        @Override
        public String nameForField(MapperConfig<?> config, AnnotatedField field, String name) {
            return inDomain(name);
        }

        @Override
        public String nameForGetterMethod(MapperConfig<?> config, AnnotatedMethod method, String name) {
            return inDomain(name);
        }

        @Override
        public String nameForConstructorParameter(MapperConfig<?> config, AnnotatedParameter parameter, String name) {
            return inDomain(name);
        }

        private static String inDomain(String name) {
            return switch (name) {
                case "inFavour" -> "for";
                case "invalid" -> "void";
                default -> name;
            };
        }
    }
}
