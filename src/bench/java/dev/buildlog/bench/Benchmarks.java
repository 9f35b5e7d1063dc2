package dev.buildlog.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Measures and writes {@code docs/benchmarks.md}, or {@code target/benchmarks.md} where only parts were asked for. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Plan plan;
        try {
            plan = Plan.parse(System.getProperty("bench.args", ""));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Machine machine = Machine.here(System.getProperty("buildlog.version", "development"));
        Report report = new Report();
        Path scratch = Files.createTempDirectory("buildlog-bench");
        boolean failed = false;
        try {
            Bench bench = new Bench(plan, scratch, Path.of(System.getProperty("buildlog.dist")), report);
            for (Part part : plan.parts()) {
                failed |= !measure(part, bench);
            }
        } finally {
            delete(scratch);
        }
        Path file = Path.of(plan.isComplete() && !failed ? "docs/benchmarks.md" : "target/benchmarks.md");
        Files.createDirectories(file.getParent());
        String page = report.markdown(machine, plan);
        Files.writeString(file, page);
        System.out.println(page);
        Bench.say("written to " + file);
        System.exit(failed ? 1 : 0);
    }

    private static boolean measure(Part part, Bench bench) throws InterruptedException {
        try {
            switch (part) {
                case STARTUP -> StartUp.measure(bench);
                case SYNC -> Syncs.measure(bench);
                case LATENCY -> LiveService.measure(bench);
                case REWARDS -> Rewarding.measure(bench);
                case EXCHANGE -> Exchange.measure(bench);
                case JMH -> HotParts.measure(bench.report());
            }
            return true;
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            bench.report().skip(part.key() + " failed: " + String.valueOf(e.getMessage())
                    .replace(bench.scratch().toString(), "(scratch)"));
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
