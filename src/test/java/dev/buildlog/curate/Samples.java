package dev.buildlog.curate;

import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Confidence;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Insight;
import dev.buildlog.model.Level;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Records for tests. */
final class Samples {

    private Samples() {}

    static Rule rule(String category, String text, int frequency, LocalDate latest) {
        return new Rule(RuleId.of(category, text), "p", category, text, frequency, latest, latest, List.of("a.md"), List.of());
    }

    static Candidates candidates(Instant at, Rule... rules) {
        Confidence none = new Confidence(Level.LOW, 0, "speculative");
        return new Candidates(
                new PublishRequest("p", ""), at, Stream.of(rules).map(r -> new Candidate(r, none)).toList(), List.of());
    }

    static EntryVersion entry(Insight... insights) {
        return EntryVersion.of("p", Holder.SUBMISSION, "a.md", LocalDate.of(2026, 1, 10), "hash", "", Instant.EPOCH)
                .withInsights(List.of(insights));
    }

    static Insight insight(String text, String category, String section) {
        return new Insight(text, category, 1, section, text, "test", null);
    }
}
