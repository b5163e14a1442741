package org.plenum.transcript;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal;
import org.plenum.json.Faults;
import org.plenum.json.FaultyJson;
import org.plenum.ledger.Answer;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.StreamId;
import org.plenum.ledger.Submission;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.CommandKey;

/**
 * Records transcript files. A file is rehearsed first; then its session is recorded in one transaction, whole or not at
 * all. Its assembly, where it is new, is founded before: should the machine stop in between, the next try reuses it.
 */
public final class Transcriber {
    private final Ledger ledger;
    private final InstantSource clock;

    /** Records in a ledger, by its clock. */
    public Transcriber(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Records a file. Under a key, the same file given again is answered as the first time.
     *
     * @throws FaultyJson with everything that is wrong with the file; nothing was recorded
     */
    public Transcription transcribe(byte[] bytes, Actor actor, @Nullable CommandKey key) {
        return transcribe(bytes, actor, key, _ -> {});
    }

    /**
     * The same, asking first.
     *
     * @param gate is told the assembly before anything is recorded, and throws where that may not be
     */
    public Transcription transcribe(byte[] bytes, Actor actor, @Nullable CommandKey key, Consumer<AssemblyId> gate) {
        var file = TranscriptReader.read(bytes);
        gate.accept(file.transcript().assembly().id());
        var existing = ledger.assembly(file.transcript().assembly().id());
        var plan = Translator.translate(file, existing, clock.instant(), ledger::earlier);
        var taken = ledger.reader().head(StreamId.of(plan.session())) > 0;
        if (taken && key == null) {
            throw sessionExists(file.faults(), plan);
        }
        if (plan.found() != null && !taken) {
            var founded = ledger.submit(Submission.of(plan.found(), actor)).join();
            if (!isThere(founded)) {
                return failed(founded, "/assembly", file.faults(), plan);
            }
        }
        var submissions = plan.record().stream()
                .map(told -> new Submission(told.command(), told.when(), actor, null))
                .toList();
        var joint = ledger.submitTogether(submissions, key).join();
        return switch (joint.answer()) {
            case Answer.Accepted accepted -> new Transcription.Recorded(plan.session(), accepted);
            case Answer other -> {
                var at = joint.refusedAt();
                yield failed(other, at < 0 ? "" : plan.record().get(at).pointer(), file.faults(), plan);
            }
        };
    }

    /** Founded now, or by somebody else in the same moment. */
    private static boolean isThere(Answer founded) {
        return founded instanceof Answer.Accepted
                || (founded instanceof Answer.Refused(var why) && why instanceof Refusal.AssemblyExists);
    }

    private static Transcription failed(Answer answer, String pointer, Faults faults, Plan plan) {
        if (!(answer instanceof Answer.Refused(var why))) {
            return new Transcription.Failed(plan.session(), answer);
        }
        if (why instanceof Refusal.SessionExists || why instanceof Refusal.KeyReused) {
            throw sessionExists(faults, plan);
        }
        faults.addImpossible(pointer, RefusalText.of(why));
        throw new FaultyJson(faults.found());
    }

    private static FaultyJson sessionExists(Faults faults, Plan plan) {
        faults.addImpossible("/session/id", RefusalText.of(new Refusal.SessionExists(plan.session())));
        return new FaultyJson(faults.found());
    }
}
