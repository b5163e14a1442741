package org.plenum.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;

class PresetsTest {
    static Iterable<Preset> presets() {
        return Presets.all().values();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void eachSaysWhatItIsAndWhereItComesFrom(Preset preset) {
        assertThat(preset.title().it()).isNotBlank();
        assertThat(preset.title().en()).isNotBlank();
        assertThat(preset.sources()).isNotEmpty();
        assertThat(RulesJson.read(RulesJson.write(preset.rules()))).isEqualTo(preset.rules());
        assertThat(preset.majorities())
                .extracting(Preset.NamedMajority::name)
                .doesNotHaveDuplicates()
                .isNotEmpty();
    }

    @Test
    void everyFileIsAPresetAndEveryPresetAFile() throws IOException, URISyntaxException {
        var folder = Path.of(Objects.requireNonNull(PresetsTest.class.getResource("/presets"))
                .toURI());
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(Presets.names());
        }
    }

    @Test
    void rulesMayStartFromAPresetAndAdjustIt() {
        var rules = RulesJson.read(JsonText.json("""
                { "preset": "italian-municipal-council", "castingVote": true,
                  "quorumCounts": { "remote": false },
                  "quorum": { "1": { "fixed": 9 } } }
                """).value());
        var preset = Presets.named("italian-municipal-council").rules();
        assertThat(rules.castingVote()).isTrue();
        assertThat(rules.quorumFor(2, null)).isEqualTo(new Rule.Fixed(9));
        assertThat(rules.outOfBase()).isEqualTo(preset.outOfBase()).contains("mayor");
        assertThat(rules.quorumMeasured()).isEqualTo(RulesOfProcedure.QuorumMeasured.WHEN_VERIFIED);
        assertThat(rules.quorumCounts()).isEqualTo(new RulesOfProcedure.QuorumCounts(false, false, false, true));
        assertThat(RulesJson.write(rules).has("preset")).isFalse();
    }

    @Test
    void anUnknownPresetIsAFault() {
        assertThatThrownBy(() -> RulesJson.read(
                        JsonText.json("{\"preset\": \"parliament\"}").value()))
                .isInstanceOfSatisfying(
                        FaultyJson.class,
                        faulty ->
                                assertThat(faulty.faults().getFirst().pointer()).isEqualTo("/preset"));
    }
}
