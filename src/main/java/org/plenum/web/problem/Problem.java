package org.plenum.web.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal;
import org.plenum.json.JsonFault;
import org.plenum.language.RefusalGuide;
import org.plenum.language.RefusalSentences;
import org.plenum.vocabulary.Bilingual;

/**
 * One thing gone wrong, as RFC 9457 tells it.
 *
 * @param name the stable name that its type ends in
 * @param data what else is told, by name; must be data that JSON can show
 */
public record Problem(int status, String name, Bilingual title, Bilingual detail, Map<String, @Nullable Object> data) {
    /** The address under which each type of problem is explained. */
    public static final String TYPES = "/problems/";

    /** Keeps its own copy of the data. */
    public Problem {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** The address that tells its type. */
    public String type() {
        return TYPES + name;
    }

    /** A problem of a general type. */
    public static Problem of(ProblemType type, Bilingual detail, Map<String, @Nullable Object> data) {
        return new Problem(type.status(), type.typeName(), type.title(), detail, data);
    }

    /** A problem of a general type, without further data. */
    public static Problem of(ProblemType type, String it, String en) {
        return of(type, new Bilingual(it, en), Map.of());
    }

    /** A refusal, with its data. */
    public static Problem of(Refusal refusal) {
        var entry = RefusalGuide.of(refusal.getClass());
        return new Problem(
                status(entry.nature()),
                entry.name(),
                entry.title(),
                RefusalSentences.of(refusal),
                RefusalData.of(refusal));
    }

    /** What a status says by itself, where nothing else is known. */
    static Problem ofStatus(int status) {
        var type = switch (status) {
            case 401 -> ProblemType.NOT_SIGNED_IN;
            case 403 -> ProblemType.NOT_PERMITTED;
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 413 -> ProblemType.TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> ProblemType.TOO_MANY_ATTEMPTS;
            default -> status < 500 ? ProblemType.BAD_REQUEST : ProblemType.INTERNAL;
        };
        return new Problem(status, type.typeName(), type.title(), type.remedy(), Map.of());
    }

    /**
     * A request in which these things are wrong: impossible values only, or also its form.
     *
     * @throws IllegalArgumentException if nothing is wrong
     */
    public static Problem of(List<Fault> faults) {
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("no fault");
        }
        var first = faults.getFirst().line();
        var more = faults.size() - 1;
        var detail = more == 0
                ? first
                : new Bilingual(first.it() + " (e altri " + more + ")", first.en() + " (and " + more + " more)");
        var data = Map.<String, @Nullable Object>of("faults", faults);
        if (faults.stream().anyMatch(fault -> fault.kind() == JsonFault.Kind.FORM)) {
            return of(ProblemType.MALFORMED, detail, data);
        }
        var entry = RefusalGuide.of(Refusal.NotWellFormed.class);
        return new Problem(status(entry.nature()), entry.name(), entry.title(), detail, data);
    }

    /** The status that refusals of a nature are answered with. */
    public static int status(Refusal.Nature nature) {
        return switch (nature) {
            case UNKNOWN -> 404;
            case CONFLICT -> 409;
            case IMPOSSIBLE -> 422;
        };
    }
}
