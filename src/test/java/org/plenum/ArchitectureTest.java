package org.plenum;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plenum.projection.live.SessionViews;
import org.plenum.projection.report.ReportAsAt;
import org.plenum.projection.report.SessionFold;

/** Who may import whom, as docs/architecture.md tells it. A package that nobody uses, or that no rule names, fails. */
class ArchitectureTest {
    private static final String ROOT = "org.plenum";

    /** The whole of each package's neighbours inside Plenum. A package may always use itself and what lies below it. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            entry("vocabulary", Set.of()),
            entry("event", Set.of("vocabulary")),
            entry("command", Set.of("vocabulary")),
            entry("decision", Set.of("vocabulary", "command", "event")),
            entry("json", Set.of("vocabulary", "command", "event", "decision")),
            entry("ledger", Set.of("vocabulary", "command", "event", "decision", "json")),
            entry("proof", Set.of("vocabulary", "event", "json", "ledger")),
            entry(
                    "audit",
                    Set.of("vocabulary", "event", "decision", "json", "ledger", "proof", "projection", "document")),
            entry("document", Set.of("vocabulary", "event", "decision", "json", "projection")),
            entry("transcript", Set.of("vocabulary", "command", "event", "decision", "json", "ledger")),
            entry("language", Set.of("vocabulary", "command", "json")),
            entry("projection", Set.of("vocabulary", "command", "event", "decision")),
            entry(
                    "web",
                    Set.of(
                            "vocabulary",
                            "command",
                            "event",
                            "decision",
                            "json",
                            "language",
                            "ledger",
                            "projection",
                            "transcript",
                            "proof",
                            "audit",
                            "document")),
            entry(
                    "cli",
                    Set.of(
                            "vocabulary",
                            "command",
                            "event",
                            "decision",
                            "json",
                            "ledger",
                            "proof",
                            "audit",
                            "document",
                            "projection",
                            "language",
                            "transcript")));

    /** Packages that know nothing but the JDK and each other. */
    private static final Set<String> PURE = Set.of("vocabulary", "event", "command", "decision");

    private static final Set<String> ALWAYS = Set.of("java.", "org.jspecify.annotations.");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages(ROOT);

    @Test
    void packagesImportOnlyWhomTheyMay() {
        var wrong = inPackages()
                .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                .filter(to -> isOurs(to.getTargetClass()) && !isAllowed(to))
                .map(ArchitectureTest::describe)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(wrong).isEmpty();
    }

    @Test
    void theHeartKnowsNoFramework() {
        var wrong = inPackages()
                .filter(one -> PURE.contains(top(one)))
                .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                .filter(to -> !isOurs(to.getTargetClass())
                        && ALWAYS.stream().noneMatch(to.getTargetClass().getName()::startsWith)
                        && !to.getTargetClass().isPrimitive()
                        && !to.getTargetClass().isArray())
                .map(ArchitectureTest::describe)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(wrong).isEmpty();
    }

    @Test
    void theHeartReadsNoClockAndDrawsNoLots() {
        var forbidden = List.of(
                "java.time.Instant.now",
                "java.time.LocalDate.now",
                "java.time.LocalDateTime.now",
                "java.time.ZonedDateTime.now",
                "java.lang.System.currentTimeMillis",
                "java.lang.System.nanoTime",
                "java.util.UUID.randomUUID",
                "java.lang.Math.random");
        var wrong = inPackages()
                .filter(one -> PURE.contains(top(one)) || top(one).equals("projection"))
                .flatMap(one -> one.getMethodCallsFromSelf().stream())
                .filter(call -> forbidden.contains(
                        call.getTargetOwner().getName() + "." + call.getTarget().getName()))
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPackageHasItsRuleAndEveryRuleItsPackage() {
        var present = inPackages().map(ArchitectureTest::top).collect(Collectors.toSet());
        assertThat(present).isEqualTo(MAY_IMPORT.keySet());
        assertThat(MAY_IMPORT.keySet()).containsAll(PURE);
    }

    @Test
    void whoAnswersPeopleHasSessionsOnlyAsTheyMaySeeThem() {
        var whole = Set.of(SessionViews.class, SessionFold.class, ReportAsAt.class);
        var keepers = Set.of("org.plenum.web.security.SeenSessions", "org.plenum.web.api.ReadSide");
        var wrong = inPackages()
                .filter(one -> top(one).equals("web") && !keepers.contains(one.getName()))
                .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                .filter(to -> whole.stream()
                        .anyMatch(type ->
                                type.getName().equals(to.getTargetClass().getName())))
                .map(ArchitectureTest::describe)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(wrong).isEmpty();
    }

    /** All classes but those of the root package, which only puts the parts together. */
    private static Stream<JavaClass> inPackages() {
        return CLASSES.stream().filter(one -> !one.getPackageName().equals(ROOT));
    }

    private static boolean isOurs(JavaClass one) {
        return one.getPackageName().equals(ROOT) || one.getPackageName().startsWith(ROOT + ".");
    }

    private static boolean isAllowed(Dependency dependency) {
        var from = top(dependency.getOriginClass());
        var to = top(dependency.getTargetClass());
        return from.equals(to) || MAY_IMPORT.getOrDefault(from, Set.of()).contains(to);
    }

    /** The package right below the root: "decision" for org.plenum.decision.counting. */
    private static String top(JavaClass one) {
        var name = one.getPackageName();
        if (name.equals(ROOT)) {
            return "";
        }
        var below = name.substring(ROOT.length() + 1);
        var dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    private static String describe(Dependency dependency) {
        return dependency.getOriginClass().getName() + " -> "
                + dependency.getTargetClass().getName();
    }
}
