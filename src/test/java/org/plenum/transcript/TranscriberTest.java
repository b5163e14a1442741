package org.plenum.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.command.AssemblyCommand.AdoptRules;
import org.plenum.event.Event;
import org.plenum.json.FaultyJson;
import org.plenum.json.JsonFault;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.LedgerFactory;
import org.plenum.ledger.StreamId;
import org.plenum.ledger.Submission;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.CommandKey;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.SessionId;

class TranscriberTest {
    private static final byte[] MINUTES = Transcribed.resource("/cases/valle-seriana-2024-11-13.json");
    private static final SessionId SESSION = new SessionId("valle-seriana-2024-11-13");
    private static final AssemblyId ASSEMBLY = new AssemblyId("valle-seriana");

    private Ledger ledger;
    private Transcriber transcriber;

    @BeforeEach
    void open(@TempDir Path folder) {
        ledger = LedgerFactory.open(folder);
        transcriber = new Transcriber(ledger, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aFileIsRecordedWholeAsItWasRehearsed() {
        assertThat(transcriber.transcribe(MINUTES, Actor.LOCAL, null))
                .isInstanceOfSatisfying(Transcription.Recorded.class, recorded -> {
                    assertThat(recorded.session()).isEqualTo(SESSION);
                    assertThat(recorded.answer().entries())
                            .isEqualTo(Transcribed.of(MINUTES).events().size());
                });
        var stored = new ArrayList<Event>();
        ledger.reader()
                .read(StreamId.of(SESSION), entry -> stored.add(entry.recorded().event()));
        assertThat(stored).containsExactlyElementsOf(Transcribed.of(MINUTES).events());
        assertThat(ledger.assembly(ASSEMBLY).seats()).hasSize(19);
    }

    @Test
    void aSessionThatExistsIsRefusedWithItsPlace() {
        transcriber.transcribe(MINUTES, Actor.LOCAL, null);
        assertThatThrownBy(() -> transcriber.transcribe(MINUTES, Actor.LOCAL, null))
                .isInstanceOfSatisfying(
                        FaultyJson.class,
                        faulty -> assertThat(faulty.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo("/session/id");
                            assertThat(fault.line()).isPositive();
                            assertThat(fault.message().it()).isEqualTo("la seduta esiste già: " + SESSION);
                        }));
    }

    @Test
    void aRepetitionUnderTheSameKeyIsAnsweredAsTheFirst() {
        var key = new CommandKey(UUID.fromString("6f1a7c7e-3b0e-4f57-9a43-0d8c9d3f7b10"));
        var first = transcriber.transcribe(MINUTES, Actor.LOCAL, key);
        var last = ledger.reader().lastIndex();
        assertThat(transcriber.transcribe(MINUTES, Actor.LOCAL, key)).isEqualTo(first);
        assertThat(ledger.reader().lastIndex()).isEqualTo(last);
        var other = new String(MINUTES, StandardCharsets.UTF_8).replace("\"place\": \"online\",", "");
        assertThatThrownBy(() -> transcriber.transcribe(other.getBytes(StandardCharsets.UTF_8), Actor.LOCAL, key))
                .isInstanceOf(FaultyJson.class);
    }

    @Test
    void nothingOfARefusedFileIsRecorded() {
        var faulty = new String(MINUTES, StandardCharsets.UTF_8).replace("\"at\": \"19:47\"", "\"at\": \"29:47\"");
        assertThatThrownBy(() -> transcriber.transcribe(faulty.getBytes(StandardCharsets.UTF_8), Actor.LOCAL, null))
                .isInstanceOfSatisfying(
                        FaultyJson.class,
                        refused -> assertThat(refused.faults())
                                .extracting(JsonFault::pointer)
                                .containsExactly("/record/19/at"));
        assertThat(ledger.reader().lastIndex()).isZero();
    }

    @Test
    void anAssemblyThatExistsIsReusedWithTheRulesItHasAdopted() {
        transcriber.transcribe(MINUTES, Actor.LOCAL, null);
        var rules =
                RulesOfProcedure.defaults().change().quorum(new Rule.Fixed(5)).build();
        ledger.submit(Submission.of(new AdoptRules(ASSEMBLY, rules), Actor.LOCAL))
                .join();
        var assembly = ledger.reader().head(StreamId.of(ASSEMBLY));
        var second = new String(MINUTES, StandardCharsets.UTF_8)
                .replace("\"id\": \"valle-seriana-2024-11-13\"", "\"id\": \"seconda\"")
                .replace("\"name\": \"Comune di Peia\"", "\"name\": \"Municipio di Peia\"");
        transcriber.transcribe(second.getBytes(StandardCharsets.UTF_8), Actor.LOCAL, null);
        var state = ledger.session(new SessionId("seconda"));
        assertThat(state.rules()).isEqualTo(rules);
        assertThat(state.rulesAssumed()).isFalse();
        assertThat(state.roll().values()).anyMatch(seat -> seat.name().equals("Municipio di Peia"));
        assertThat(ledger.reader().head(StreamId.of(ASSEMBLY))).isEqualTo(assembly);
        assertThat(ledger.assembly(ASSEMBLY).seats().values())
                .noneMatch(seat -> seat.name().equals("Municipio di Peia"));
    }
}
