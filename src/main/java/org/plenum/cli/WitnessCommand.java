package org.plenum.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.plenum.proof.cosigning.WitnessFolder;
import org.plenum.proof.cosigning.WitnessService;
import org.plenum.proof.note.KeyType;
import org.plenum.proof.note.NoteRefused;
import org.plenum.proof.note.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plenum witness}: cosigns the checkpoints of other people's logs, as C2SP tlog-witness says. */
@Command(
        name = "witness",
        mixinStandardHelpOptions = true,
        description =
                "Runs a witness: cosigns the checkpoints of the logs given, and refuses whatever does not continue"
                        + " what it cosigned before. Its key and state are in the data folder, which should be its own.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped", "2:bad usage, or the port, the folder or the key cannot be had"})
final class WitnessCommand implements Callable<Integer> {
    private final PlenumCommand root;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "The port: 8081 unless given; 0 takes a free one.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on: this machine only, unless given.")
    @SuppressWarnings("NullAway.Init")
    private String bind;

    @Option(
            names = "--log",
            paramLabel = "VKEY",
            split = ",",
            required = true,
            description = "The public key of a log to watch; more than one, separated by commas or given again.")
    @SuppressWarnings("NullAway.Init")
    private List<String> logs;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    WitnessCommand(PlenumCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        var tongue = Tongue.current();
        if (port < 0 || port > 65_535) {
            throw new Said(tongue.say("La porta va da 0 a 65535.", "A port is from 0 to 65535."));
        }
        var keys = keys();
        var address = new InetSocketAddress(bind, port);
        if (address.isUnresolved()) {
            throw new Said(tongue.say("Indirizzo sconosciuto: ", "No such address: ") + bind);
        }
        try {
            var service = WitnessService.start(root.data(), address, keys, Clock.systemUTC());
            var ended = new CountDownLatch(1);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                service.close();
                                ended.countDown();
                            },
                            "witness-end"));
            var out = spec.commandLine().getOut();
            // As the log's file of witnesses wants it.
            out.println("witness " + service.key().name() + " " + service.key().text() + " http://"
                    + (bind.contains(":") ? "[" + bind + "]" : bind) + ":" + service.port());
            out.flush();
            ended.await();
            return 0;
        } catch (WitnessFolder.InUse inUse) {
            throw new Said(tongue.say(
                    "La cartella " + root.data() + " è in uso da un altro testimone.",
                    "The folder " + root.data() + " is in use by another witness."));
        } catch (WitnessFolder.Unreadable unreadable) {
            throw new Said(tongue.say(
                    "Non si legge che cosa fu controfirmato per ultimo, quindi il testimone non parte: "
                            + unreadable.file(),
                    "What was cosigned last cannot be read, so the witness does not start: " + unreadable.file()));
        } catch (IOException e) {
            throw new Said(tongue.say("Non si può ascoltare su ", "Cannot listen on ") + bind + ":" + port + ": "
                    + e.getMessage());
        }
    }

    private List<VerifierKey> keys() {
        var keys = new ArrayList<VerifierKey>();
        for (var text : logs) {
            try {
                var key = VerifierKey.parse(text.strip());
                if (key.type() != KeyType.ED25519) {
                    throw new Said(Tongue.current()
                            .say("Non è la chiave di un registro: " + text, "Not the key of a log: " + text));
                }
                keys.add(key);
            } catch (NoteRefused e) {
                throw new Said(Tongue.current().say(e.fault().it(), e.fault().en()));
            }
        }
        return keys;
    }
}
