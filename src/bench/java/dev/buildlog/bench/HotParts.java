package dev.buildlog.bench;

import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The hot parts under JMH, shortly. */
final class HotParts {

    private HotParts() {}

    static void measure(Report report) {
        Options options = new OptionsBuilder()
                .include(TextParts.class.getName())
                .include(LedgerParts.class.getName())
                .include(SelectionParts.class.getName())
                .forks(2)
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgsAppend("-XX:+UseSerialGC")
                .shouldFailOnError(true)
                .build();
        Table table = new Table("part", "time", "error");
        try {
            for (RunResult run : new Runner(options).run()) {
                Result<?> result = run.getPrimaryResult();
                table.row(words(result.getLabel()), Figures.of(result.getScore()) + " " + unit(result),
                        "± " + Figures.of(result.getScoreError()));
            }
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH: " + e.getMessage(), e);
        }
        report.section("Hot parts", "JMH, average time with the error at 99.9 %, 2 forks of 3 times 1 s. An entry has"
                + " about twelve learnings. Recording is one synced transaction.", table);
    }

    private static String unit(Result<?> result) {
        return result.getScoreUnit().replace("us/op", "µs");
    }

    /** {@code recordOneEntry} as {@code record one entry}. */
    private static String words(String method) {
        return method.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
