package dev.buildlog.cli;

import dev.buildlog.ledger.Sessions.Open;
import dev.buildlog.learn.proof.Tally;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.SessionEvent;
import dev.buildlog.model.SessionReceipt;
import dev.buildlog.models.GitHistory;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog experiment start}. */
@Command(name = "start", description = {
    "Begin a session. Sessions are optional; each agent may have one under way in each worktree.",
    "Example: buildlog experiment start --error-class api-design"})
final class ExperimentStart extends Verb {

    @Option(names = {"-e", "--error-class"}, description = "What the work is about: the context of what is learned.")
    private @Nullable String errorClass;

    @Option(names = {"-n", "--notes"}, description = "Free text.")
    private String notes = "";

    @Option(names = "--agent", description = "Who works.")
    private String agent = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        SessionReceipt receipt;
        try (Assembly parts = FreshLedger.open(here).orElseThrow(() -> new BuildlogException(FreshLedger.NOTHING_HERE))) {
            Logging.begin(here, Logging.level(here.verbosity()));
            Instant now = parts.core().instant();
            parts.core().sessions().open(parts.project()).stream().filter(open ->
                    open.startedAt().plus(Tally.STALE).isBefore(now))
                    .forEach(stale -> here.say(told(stale)));
            SessionEvent event = new SessionEvent("ses-" + UUID.randomUUID().toString().replace("-", "").substring(0, 16),
                    parts.project(), SessionEvent.START, "", agent, here.root().toString(), errorClass,
                    GitHistory.head(here.root()).orElse(""), null, "", notes, now);
            try (Entrance entrance = Entrance.open(here, parts)) {
                receipt = entrance.doors().session(event);
            }
        }
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("session_id", receipt.session());
            fields.put("error_class", receipt.context());
            fields.put("started_at", receipt.startedAt());
            fields.put("rules_count", receipt.rulesAtStart());
            Json.print(here.out(), fields);
        } else {
            here.out().println("Session " + receipt.session() + " begins, with " + receipt.rulesAtStart() + " rules.");
        }
        return ExitCode.DONE;
    }

    private static String told(Open stale) {
        return "the session " + stale.id() + (stale.agent().isEmpty() ? "" : " of " + stale.agent()) + " is under way since "
                + stale.startedAt() + "; end it with: buildlog experiment end --session " + stale.id();
    }
}
