package dev.buildlog.cli;

import dev.buildlog.ledger.Sessions.Open;
import dev.buildlog.ledger.Standings.Stand;
import dev.buildlog.model.Level;
import dev.buildlog.model.RuleState;
import dev.buildlog.pipeline.RunningService;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog overview}: the project at a glance. */
@Command(name = "overview", description = {
    "Show the project at a glance: entries, rules, the session under way, and what to do next.",
    "Example: buildlog overview --json"})
final class Glance extends Verb {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        Optional<Assembly> open = FreshLedger.open(here);
        Map<String, Object> fields;
        if (open.isPresent()) {
            try (Assembly parts = open.get()) {
                int entries = ListEntries.entries(here).size();
                States states = States.of(here);
                Map<String, Object> skills = here.known("glance", () -> List.of(parts.core().ledger().state(), parts.project(),
                        LocalDate.ofInstant(here.clock().instant(), ZoneOffset.UTC), here.settings().asProperties()),
                        () -> counts(parts.stands().stream().map(states::scored).toList(), states));
                fields = new LinkedHashMap<>(Map.of());
                fields.put("initialized", true);
                fields.putAll(fields(here, entries, skills, session(here, parts)));
            }
        } else {
            fields = FreshLedger.nothing(fields(here, 0, counts(List.of(), States.of(here)), null));
        }
        if (json) {
            Json.print(here.out(), fields);
        } else {
            tell(here, fields, open.isPresent());
        }
        return ExitCode.DONE;
    }

    /** The session that began last here, if one is under way. */
    private static @Nullable String session(Workplace here, Assembly parts) {
        List<Open> sessions = parts.core().sessions().open(parts.project()).stream()
                .filter(one -> one.worktree().isEmpty() || one.worktree().equals(here.root().toString())).toList();
        return sessions.isEmpty() ? null : sessions.get(sessions.size() - 1).id();
    }

    private static Map<String, Object> counts(List<Stand> stands, States states) {
        long promoted = stands.stream().filter(stand -> stand.standing().isLetOut()).count();
        long rejected = stands.stream().filter(stand -> states.of(stand) == RuleState.REJECTED).count();
        Map<String, Object> byLevel = new LinkedHashMap<>();
        Stream.of(Level.HIGH, Level.MEDIUM, Level.LOW).forEach(level -> byLevel.put(level.key(), stands.stream()
                .filter(stand -> stand.candidate().confidence().level() == level).count()));
        Map<String, Object> skills = new LinkedHashMap<>();
        skills.put("total", stands.size());
        skills.put("by_confidence", byLevel);
        skills.put("promoted", promoted);
        skills.put("rejected", rejected);
        skills.put("pending", stands.size() - promoted - rejected);
        return skills;
    }

    private static Map<String, Object> fields(Workplace here, int entries, Map<String, Object> skills, @Nullable String session) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("entries", entries);
        fields.put("skills", skills);
        fields.put("active_session", session);
        fields.put("render_targets", Render.configured(here));
        fields.put("service", RunningService.on(here.home()).orElse(null));
        return fields;
    }

    private static void tell(Workplace here, Map<String, Object> fields, boolean initialised) {
        if (!initialised) {
            here.out().println(FreshLedger.NOTHING_HERE);
            return;
        }
        Map<?, ?> skills = (Map<?, ?>) fields.get("skills");
        Map<?, ?> levels = (Map<?, ?>) skills.get("by_confidence");
        here.out().println("buildlog overview\n" + "=".repeat(40));
        here.out().println("Entries:  " + fields.get("entries"));
        here.out().println("Rules:    " + skills.get("total") + " (" + levels.get("high") + " high, " + levels.get("medium")
                + " medium, " + levels.get("low") + " low)");
        for (String name : List.of("promoted", "rejected", "pending")) {
            if (!skills.get(name).equals(0L)) {
                here.out().println(String.format("%-9s %s", Character.toUpperCase(name.charAt(0)) + name.substring(1) + ":",
                        skills.get(name)));
            }
        }
        if (fields.get("active_session") != null) {
            here.out().println(Printable.line("Session:  " + fields.get("active_session")));
        }
        here.out().println("Service:  " + (fields.get("service") == null ? "not running" : fields.get("service")));
        here.out().println();
        here.out().println(next(fields, skills));
    }

    private static String next(Map<String, Object> fields, Map<?, ?> skills) {
        if (fields.get("entries").equals(0)) {
            return "Begin the first entry: buildlog new SLUG";
        }
        if (skills.get("total").equals(0)) {
            return "No rules yet: write what you learned under \"## Improvements\" in an entry, then look again.";
        }
        return skills.get("promoted").equals(0L)
                ? "See what waits, and decide: buildlog queue"
                : "Rules go out to: " + String.join(", ", ((List<?>) fields.get("render_targets")).stream()
                        .map(Object::toString).toList());
    }
}
