package dev.buildlog.cli;

import dev.buildlog.config.Keys;
import dev.buildlog.journal.Checkout;
import dev.buildlog.pipeline.Sync;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The ledger for questions about the journal, brought up to date first where files have changed since it last looked. */
final class FreshLedger {

    /** What a person is told where there is no journal. */
    static final String NOTHING_HERE = "There is no journal here. Run `buildlog init` first.";

    private FreshLedger() {}

    /** The answer where there is no journal: the keys of every other answer, {@code initialized: false} and a message. */
    static Map<String, Object> nothing(Map<String, Object> fields) {
        Map<String, Object> nothing = new LinkedHashMap<>();
        nothing.put("initialized", false);
        nothing.putAll(fields);
        nothing.put("message", NOTHING_HERE);
        return nothing;
    }

    /** Empty where there is no journal to ask about. */
    static Optional<Assembly> open(Workplace here) {
        if (!Files.isDirectory(here.root().resolve(here.settings().text(Keys.JOURNAL_FOLDER)))) {
            return Optional.empty();
        }
        Assembly parts = Assembly.at(here);
        try {
            if (isNeeded(here, parts)) {
                Logging.begin(here, Logging.level(here.verbosity()));
                try (Progress progress = Progress.of(here, "Reading entries");
                        Sync sync = Sync.open(parts.core(), here.root(), parts.settings(), parts.front())) {
                    Sync.Result result = sync.run(progress::at);
                    progress.close();
                    result.problems().forEach(problem -> here.say(problem.toString()));
                }
                parts.lookAgain();
            }
            return Optional.of(parts);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** Where the process keeps answers, the entries are compared one by one only if something looks other than it did. */
    private static boolean isNeeded(Workplace here, Assembly parts) {
        BooleanSupplier ask = () -> parts.plan().isReadingDue();
        KeptOpen kept = here.kept();
        if (kept == null) {
            return ask.getAsBoolean();
        }
        // a sync may yet find the project under another id, so this is not the checkout of the whole command
        Checkout checkout = parts.core().repositories().locate(here.root());
        return kept.answers().isNews("news " + here.root(), Seen.journal(here).and(Seen.parts(here)),
                List.of(checkout, here.environment(), here.options(),
                parts.core().known().state(checkout.project().id(), checkout.holder())), ask);
    }
}
