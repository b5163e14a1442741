package org.plenum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.h2.engine.Constants;

/** Where and when it was measured, without saying whose machine it is. */
record Machine(LocalDate day, int processors, OptionalLong gigabytes, String system, String java, String database) {
    static Machine here() {
        return new Machine(
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                memory(),
                System.getProperty("os.name") + ", " + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                "H2 " + Constants.VERSION);
    }

    private static OptionalLong memory() {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemTotal:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 20)
                    .findFirst();
        } catch (IOException elsewhere) {
            return OptionalLong.empty();
        }
    }

    String text() {
        return processors + " processors, "
                + (gigabytes.isPresent() ? gigabytes.getAsLong() + " GB of memory, " : "")
                + system + "; " + java + "; " + database;
    }
}
