package dev.buildlog.cli;

import dev.buildlog.model.DeadLetter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog dead-letters list}. */
@Command(name = "list", description = "List the messages that could not be processed, oldest first.")
final class DeadLettersList extends Verb {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        try (Assembly parts = Assembly.at(here)) {
            List<DeadLetter> letters = parts.core().deadLetters().all();
            if (json) {
                Json.print(here.out(), letters.stream().map(DeadLettersList::fields).toList());
            } else if (letters.isEmpty()) {
                here.out().println("No dead letters.");
            } else {
                letters.forEach(letter -> here.out().println(Printable.line(String.format("%4d  %s  %-7s  %s: %s", letter.id(),
                        letter.failedAt(), letter.door(), letter.subject(), letter.cause()))));
            }
        }
        return ExitCode.DONE;
    }

    /** Everything but the message itself. */
    static Map<String, Object> fields(DeadLetter letter) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", letter.id());
        fields.put("door", letter.door());
        fields.put("project", letter.project());
        fields.put("subject", letter.subject());
        fields.put("cause", letter.cause());
        fields.put("route", letter.route());
        fields.put("failed_at", letter.failedAt().toString());
        fields.put("attempts", letter.attempts());
        return fields;
    }
}
