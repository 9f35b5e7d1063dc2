package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Decision;
import dev.buildlog.model.RuleState;
import dev.buildlog.models.Person;
import dev.buildlog.pipeline.Sync;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a person about one waiting rule after the other. A decision is on disk at once; the files follow at the end. */
final class QueueTalk {

    private static final String HELP = """
              p  promote: it goes out to the agents as it reads now
              r  reject: it does not go out, under whatever wording; asks why
              m  merge: it says the same as another rule; asks which
              s  skip: it goes on waiting
              q  quit
            """;

    private final Workplace here;
    private final Assembly parts;
    private final BufferedReader answers;
    private int decided;

    QueueTalk(Workplace here, Assembly parts) {
        this.here = here;
        this.parts = parts;
        this.answers = new BufferedReader(new InputStreamReader(here.in(), StandardCharsets.UTF_8));
    }

    void about(List<Queue.Waiting> waiting) throws IOException {
        try (Sync sync = Sync.open(parts.core(), here.root(), parts.settings(), parts.front())) {
            for (int i = 0; i < waiting.size(); i++) {
                if (!isAsBefore(waiting.get(i))) {
                    continue;
                }
                here.out().println();
                here.out().print((i + 1) + " of " + waiting.size() + "  " + Queue.shown(waiting.get(i)));
                if (!decide(sync, waiting.get(i))) {
                    break;
                }
            }
        }
        here.out().println(decided == 0 ? "Nothing decided." : decided + " decided.");
    }

    /** Whether nothing that was decided meanwhile, here or elsewhere, has changed the rule. */
    private boolean isAsBefore(Queue.Waiting waiting) {
        return parts.core().standings().all(parts.project()).stream()
                .anyMatch(stand -> stand.withConfidence(waiting.item().candidate().confidence()).equals(waiting.item().stand()));
    }

    /** Asks until the answer has a meaning; false if the person has had enough. */
    private boolean decide(Sync sync, Queue.Waiting waiting) throws IOException {
        while (true) {
            String key = ask("[p]romote, [r]eject, [m]erge, [s]kip, [q]uit, ? ");
            if (key == null || key.equals("q")) {
                return false;
            }
            if (key.equals("s")) {
                return true;
            }
            if (!key.equals("p") && !key.equals("r") && !key.equals("m")) {
                here.out().print(HELP);
                continue;
            }
            try {
                Decision decision = decision(key, waiting.item());
                if (decision != null) {
                    sync.decide(decision.decided(parts.project(), Person.at(here.root(), here.environment()),
                            parts.core().instant()));
                    decided++;
                    return true;
                }
            } catch (BuildlogException e) {
                here.out().println(Printable.text(String.valueOf(e.getMessage())));
            }
        }
    }

    /** Null if the person thought better of it. */
    private @Nullable Decision decision(String key, Overview.Item item) throws IOException {
        String id = item.candidate().rule().id();
        if (key.equals("r")) {
            String why = ask("why? ");
            return why == null ? null : decision(Decision.REJECT, List.of(id), why, false);
        }
        if (key.equals("m")) {
            String other = ask("with which rule (its id)? ");
            return other == null || other.isEmpty() ? null : decision(Decision.MERGE, List.of(id, other), "", false);
        }
        if (item.state() != RuleState.QUARANTINED) {
            return decision(Decision.PROMOTE, List.of(id), "", false);
        }
        String why = ask("The gate keeps it back. Why let it out all the same? (empty: do not) ");
        return why == null || why.isEmpty() ? null : decision(Decision.PROMOTE, List.of(id), why, true);
    }

    private static Decision decision(String kind, List<String> rules, String why, boolean despiteGate) {
        return new Decision("", "", kind, rules, "", why, List.of(), despiteGate, "", Instant.EPOCH);
    }

    private @Nullable String ask(String question) throws IOException {
        here.out().print(question);
        here.out().flush();
        String answer = answers.readLine();
        return answer == null ? null : answer.strip();
    }
}
