package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.DeadLetter;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code buildlog dead-letters show ID}. */
@Command(name = "show", description = "Print one dead letter whole, with its message, as JSON.")
final class DeadLettersShow extends Verb {

    @Parameters(paramLabel = "ID", description = "Number of the dead letter.")
    private long id;

    @Override
    int run(Workplace here) throws IOException {
        try (Assembly parts = Assembly.at(here)) {
            DeadLetter letter = parts.core().deadLetters().find(id).orElseThrow(() -> missing(id));
            Map<String, Object> fields = DeadLettersList.fields(letter);
            fields.put("message", letter.message());
            Json.print(here.out(), fields);
        }
        return ExitCode.DONE;
    }

    static BuildlogException missing(long id) {
        return new BuildlogException("there is no dead letter " + id + ": `buildlog dead-letters list` shows them");
    }
}
