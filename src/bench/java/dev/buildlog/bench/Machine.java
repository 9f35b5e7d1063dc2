package dev.buildlog.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * What the figures depend on; nothing that names the machine.
 *
 * @param version version of buildlog, with the commit where there is one
 * @param date start of the run
 * @param processor model of the processor
 * @param cores number of them
 * @param memoryMiB main memory
 * @param jdk name and version of the Java that runs everything
 * @param system operating system
 * @param load average number of running processes in the minute before the start
 */
record Machine(String version, Instant date, String processor, int cores, long memoryMiB, String jdk, String system,
        double load) {

    static Machine here(String version) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(version + commit(), Instant.now().truncatedTo(ChronoUnit.MINUTES),
                value(Path.of("/proc/cpuinfo"), "model name", ":", System.getProperty("os.arch")),
                system.getAvailableProcessors(), system.getTotalMemorySize() >> 20,
                System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
                value(Path.of("/etc/os-release"), "PRETTY_NAME", "=", System.getProperty("os.name")).replace("\"", "")
                        + ", kernel " + System.getProperty("os.version").replaceAll("[^0-9.].*", ""),
                system.getSystemLoadAverage());
    }

    Table table() {
        return new Table("", "").row("version", version).row("date", date).row("processor", processor)
                .row("cores", cores).row("memory", memoryMiB + " MiB").row("JDK", jdk).row("system", system)
                .row("load average before the start", Figures.of(load));
    }

    private static String commit() {
        try {
            return ", commit " + Child.run(new ProcessBuilder("git", "rev-parse", "--short", "HEAD")).output().strip();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static String value(Path file, String key, String separator, String otherwise) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key) && line.contains(separator))
                    .map(line -> line.substring(line.indexOf(separator) + 1).strip())
                    .findFirst().orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }
}
