package dev.buildlog.render;

import dev.buildlog.model.Candidate;
import dev.buildlog.model.Confidence;
import dev.buildlog.model.Level;
import dev.buildlog.model.Policy;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.Rule;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Rules and policies for the tests of this package. */
final class Samples {

    static final Path TARGETS = Path.of("components/targets");

    private Samples() {}

    static Policy policy(Path root, Candidate... rules) {
        return new Policy("pol-0123456789", new PublishRequest("a1b2c3d4e5f6", root.toString()), Instant.EPOCH,
                List.of(rules), List.of());
    }

    static Candidate rule(String category, String text) {
        return rule("wf-0000000000", category, text, 1, Level.LOW, List.of("buildlog/2026-01-10-auth-api.md"),
                List.of());
    }

    static Candidate rule(
            String id, String category, String text, int frequency, Level level, List<String> sources,
                    List<String> tags) {
        LocalDate day = LocalDate.parse("2026-01-10");
        return new Candidate(new Rule(id, "a1b2c3d4e5f6", category, text, frequency, day, day, sources, tags),
                new Confidence(level, 0.5, "provisional"));
    }

    /** The rules of the journal that the reference works out in full. */
    static List<Candidate> corpus() {
        String auth = "buildlog/2026-01-10-auth-api.md";
        String billing = "buildlog/2026-01-12-billing.md";
        String search = "buildlog/2026-01-20-search.md";
        List<Candidate> rules = new ArrayList<>();
        rules.add(rule("dk-6f6d80fe28", "domain_knowledge", "Stripe retries webhooks for three days", 1, Level.LOW,
                List.of(billing), List.of("retry")));
        rules.add(rule("tool-8ca4e2f32c", "tool_usage", "Use mypy in CI", 2, Level.MEDIUM, List.of(auth, search),
                List.of("ci")));
        rules.add(rule("wf-5a6c75c078", "workflow", "Run tests before commit", 3, Level.HIGH,
                List.of(auth, billing, search), List.of("test")));
        rules.add(rule("arch-c467b3985b", "architectural", "Keep token parsing in one module", 1, Level.LOW,
                List.of(auth), List.of()));
        return rules;
    }
}
