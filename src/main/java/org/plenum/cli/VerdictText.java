package org.plenum.cli;

import java.io.PrintWriter;
import org.plenum.audit.Verdicts;

/** Prints what a verification found, in the reader's language, and turns it into an exit code. */
final class VerdictText {
    private VerdictText() {}

    static int print(Verdicts verdicts, PrintWriter out) {
        var tongue = Tongue.current();
        verdicts.checked().forEach(one -> out.println(tongue.say("Verificato: ", "Checked: ") + tongue.say(one)));
        verdicts.unchecked()
                .forEach(one ->
                        out.println(tongue.say("Non verificabile: ", "Could not be checked: ") + tongue.say(one)));
        verdicts.wrong().forEach(one -> out.println(tongue.say("Sbagliato: ", "Wrong: ") + tongue.say(one.what())));
        var more = verdicts.findings() - verdicts.wrong().size();
        if (more > 0) {
            out.println(tongue.say("Sbagliato: altri " + more + " rilievi.", "Wrong: " + more + " more findings."));
        }
        out.println(
                verdicts.isGood()
                        ? tongue.say("Esito: integro.", "Result: intact.")
                        : tongue.say("Esito: NON integro.", "Result: NOT intact."));
        out.flush();
        return verdicts.isGood() ? 0 : 1;
    }
}
