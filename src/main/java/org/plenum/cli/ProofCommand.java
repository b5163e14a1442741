package org.plenum.cli;

import java.io.InputStream;
import java.io.PrintStream;
import org.plenum.cli.proof.CheckpointQuestion;
import org.plenum.cli.proof.ConsistencyQuestion;
import org.plenum.cli.proof.Dialogue;
import org.plenum.cli.proof.InclusionQuestion;
import org.plenum.cli.proof.KeyQuestion;
import org.plenum.cli.proof.NoteQuestion;
import org.plenum.cli.proof.Question;
import org.plenum.cli.proof.SignQuestion;
import org.plenum.cli.proof.TileQuestion;
import org.plenum.cli.proof.TlogProofQuestion;
import org.plenum.cli.proof.TreeQuestion;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code proof …}: checks and makes proofs, notes, checkpoints and tiles, for programs rather than people. Each
 * subcommand reads a question as JSON and prints the answer as JSON; {@code docs/proof-cli.md} says which.
 */
@Command(
        name = "proof",
        description = "Checks and makes proofs, notes, checkpoints and tiles: JSON in, JSON out.",
        footer = "Exit codes: 0 it holds, 1 it doesn't, 2 the question can't be understood. See docs/proof-cli.md.",
        mixinStandardHelpOptions = true)
public final class ProofCommand {

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream messages;

    /** Reads standard input and writes to standard output and error. */
    public ProofCommand() {
        this(System.in, System.out, System.err);
    }

    ProofCommand(InputStream in, PrintStream out, PrintStream messages) {
        this.in = in;
        this.out = out;
        this.messages = messages;
    }

    /** Runs {@code proof} alone, without starting anything else. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ProofCommand()).execute(arguments));
    }

    @Command(name = "inclusion", description = "Does this proof show that the leaf is in the tree?")
    int inclusion() {
        return answer(new InclusionQuestion());
    }

    @Command(name = "consistency", description = "Does this proof show that the newer tree begins with the older?")
    int consistency() {
        return answer(new ConsistencyQuestion());
    }

    @Command(name = "tree", description = "The root over these entries, and proofs in their tree.")
    int tree() {
        return answer(new TreeQuestion());
    }

    @Command(name = "checkpoint", description = "Is this a checkpoint, whose, and who cosigned it?")
    int checkpoint() {
        return answer(new CheckpointQuestion());
    }

    @Command(name = "note", description = "Is this a signed note, and who of these signed it?")
    int note() {
        return answer(new NoteQuestion());
    }

    @Command(name = "sign", description = "Signs a text or cosigns a checkpoint.")
    int sign() {
        return answer(new SignQuestion());
    }

    @Command(name = "key", description = "Reads a verifier key or a private key, or makes a new pair.")
    int key() {
        return answer(new KeyQuestion());
    }

    @Command(name = "tlog-proof", description = "Does this tlog-proof show that the entry is in the log?")
    int tlogProof() {
        return answer(new TlogProofQuestion());
    }

    @Command(name = "tile", description = "Reads and writes tile paths, tiles and entry bundles.")
    int tile() {
        return answer(new TileQuestion());
    }

    private int answer(Question question) {
        return new Dialogue(in, out, messages).hold(question);
    }
}
