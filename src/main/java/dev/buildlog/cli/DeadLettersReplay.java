package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.DeadLetter;
import dev.buildlog.pipeline.Sync;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog dead-letters replay}: sends messages through their doors again. */
@Command(name = "replay", description = "Send dead letters through their doors again; what goes through is taken off the list.")
final class DeadLettersReplay extends Verb {

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Numbers of dead letters.")
    private List<Long> ids = List.of();

    @Option(names = "--all", description = "All of them.")
    private boolean all;

    @Override
    int run(Workplace here) {
        Logging.begin(here, Logging.level(here.verbosity()));
        try (Assembly parts = Assembly.at(here)) {
            List<DeadLetter> letters = letters(parts);
            if (letters.isEmpty()) {
                here.out().println("Nothing to replay.");
                return ExitCode.DONE;
            }
            int failed = 0;
            try (Sync sync = Sync.open(parts.core(), here.root(), parts.settings(), parts.front())) {
                for (DeadLetter letter : letters) {
                    try {
                        sync.replay(letter);
                        here.out().println("Went through: " + letter.id() + " " + Printable.line(letter.subject()));
                    } catch (RuntimeException e) {
                        failed++;
                        here.err().println("Failed again: " + letter.id() + " "
                                + Printable.line(letter.subject() + ": " + e.getMessage()));
                    }
                }
            }
            return failed == 0 ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private List<DeadLetter> letters(Assembly parts) {
        if (all) {
            return parts.core().deadLetters().all();
        }
        if (ids.isEmpty()) {
            throw new BuildlogException("say which: numbers from `buildlog dead-letters list`, or --all");
        }
        List<DeadLetter> letters = new ArrayList<>();
        ids.forEach(id -> letters.add(parts.core().deadLetters().find(id).orElseThrow(() -> DeadLettersShow.missing(id))));
        return letters;
    }
}
