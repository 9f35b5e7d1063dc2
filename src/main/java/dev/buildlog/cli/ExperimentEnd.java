package dev.buildlog.cli;

import dev.buildlog.learn.proof.Tally.SessionRate;
import dev.buildlog.ledger.Sessions.Open;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.SessionEvent;
import dev.buildlog.model.SessionReceipt;
import dev.buildlog.models.GitHistory;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buildlog experiment end}. */
@Command(name = "end", description = "End a session, and tell of its mistakes. The lines that its commits changed are counted.")
final class ExperimentEnd extends Verb {

    private static final double SECONDS = 60;

    @Option(names = {"-s", "--session"}, paramLabel = "ID", description = "Which. Default: the one under way here.")
    private String session = "";

    @Option(names = "--agent", description = "Who worked.")
    private String agent = "";

    @Option(names = {"-f", "--entry-file"}, paramLabel = "FILE", description = "The journal file about it.")
    private String entry = "";

    @Option(names = {"-n", "--notes"}, description = "Free text.")
    private String notes = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private MatcherOptions matcher = new MatcherOptions();

    @Override
    int run(Workplace here) throws IOException {
        SessionReceipt receipt;
        SessionRate ended;
        try (Assembly parts = FreshLedger.open(here).orElseThrow(() -> new BuildlogException(FreshLedger.NOTHING_HERE))) {
            Logging.begin(here, Logging.level(here.verbosity()));
            String head = GitHistory.head(here.root()).orElse("");
            SessionEvent event = new SessionEvent("end-" + UUID.randomUUID(), parts.project(), SessionEvent.END, session, agent,
                    here.root().toString(), null, head, lines(here, parts, head), entry, notes, parts.core().instant());
            try (Entrance entrance = Entrance.open(here, parts)) {
                receipt = entrance.doors().session(event);
            }
            ended = parts.core().experiments().tally(parts.project(), matcher.matcher()).sessions().stream()
                    .filter(rate -> rate.session().id().equals(receipt.session())).findFirst().orElseThrow();
        }
        double minutes = Duration.between(receipt.startedAt(), Objects.requireNonNull(receipt.endedAt())).toSeconds() / SECONDS;
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("session_id", receipt.session());
            fields.put("duration_minutes", Math.round(minutes * 10) / 10.0);
            fields.put("mistakes_logged", ended.rate().mistakes());
            fields.put("repeated_mistakes", ended.rate().repeated());
            fields.put("rules_at_start", receipt.rulesAtStart());
            fields.put("rules_at_end", receipt.rulesAtEnd());
            if (ended.rate().lines() != null) {
                fields.put("changed_lines", ended.rate().lines());
            }
            Json.print(here.out(), fields);
        } else {
            here.out().println(String.format(Locale.ROOT, "Session %s ended after %.1f minutes: %d mistakes, %d of them"
                    + " repeated%s. Rules: %d, then %d.", receipt.session(), minutes, ended.rate().mistakes(),
                    ended.rate().repeated(), ended.rate().lines() == null ? ""
                            : ", in " + ended.rate().lines() + " changed lines",
                    receipt.rulesAtStart(), receipt.rulesAtEnd()));
        }
        return ExitCode.DONE;
    }

    private @Nullable Integer lines(Workplace here, Assembly parts, String head) {
        String meant = session.isEmpty() ? parts.core().sessions().open(parts.project()).stream()
                .filter(open -> open.agent().equals(agent) && open.worktree().equals(here.root().toString()))
                .map(Open::id).findFirst().orElse("") : session;
        String from = parts.core().sessions().commit(parts.project(), meant);
        OptionalInt lines = from.isEmpty() || head.isEmpty() ? OptionalInt.empty()
                : GitHistory.changedLines(here.root(), from, head);
        return lines.isPresent() ? lines.getAsInt() : null;
    }
}
