package dev.buildlog.cli;

import dev.buildlog.ledger.Rebuild;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog rebuild}: proves that the rules follow from the facts. */
@Command(name = "rebuild", description = {
    "Fold all rules anew from the recorded facts and compare.",
    "Finding a difference is a defect of buildlog; the result is right afterwards either way."})
final class RebuildLedger extends Verb {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        try (Progress progress = Progress.of(here, "Folding facts"); Assembly parts = Assembly.at(here)) {
            Rebuild.Report report = new Rebuild(parts.core().ledger(), parts.core().similarities()).run(progress::at);
            progress.close();
            if (json) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("rules", report.rules());
                fields.put("differences", report.differences());
                Json.print(here.out(), fields);
            } else {
                report.differences().forEach(line -> here.out().println(Printable.line(line)));
                here.out().println(report.rules() + " rules; " + (report.differences().isEmpty()
                        ? "identical to what was there."
                        : report.differences().size() + " differences, now mended."));
            }
            return report.differences().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}
