package dev.buildlog.ledger;

import dev.buildlog.curate.EmbeddingSimilarity;
import dev.buildlog.curate.RuleId;
import dev.buildlog.curate.Similarity;
import dev.buildlog.curate.TokenSimilarity;
import dev.buildlog.curate.VectorCache;
import dev.buildlog.curate.Vectors;
import dev.buildlog.curate.WordVectors;
import dev.buildlog.model.Decision;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Insight;
import dev.buildlog.model.Project;
import dev.buildlog.model.Rule;
import dev.buildlog.model.Sha256;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A ledger on a real file, with entries as tests write them. */
final class TestLedger implements AutoCloseable {

    static final String PROJECT = "0123456789ab";
    static final Holder MAIN = new Holder("/repo", "main");
    static final Holder SIDE = new Holder("/repo", "side");
    static final Holder CLONE = new Holder("/clone", "main");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    static final TokenSimilarity TOKENS = new TokenSimilarity();
    /** Vectors of words: all texts in one block, as with the vectors of a model, but at no cost. */
    static final EmbeddingSimilarity VECTORS =
            new EmbeddingSimilarity("vectors", 0.6, new Vectors(new WordVectors(), VectorCache.NONE));
    static final Map<String, Similarity> BACKENDS = Map.of(TokenSimilarity.NAME, TOKENS, VECTORS.name(), VECTORS);

    final Ledger ledger;
    final EntryRecorder recorder;
    final Decisions decisions;

    private TestLedger(Ledger ledger) {
        this.ledger = ledger;
        this.recorder = new EntryRecorder(ledger, BACKENDS, CLOCK, "test");
        this.decisions = new Decisions(ledger, BACKENDS, CLOCK, "test");
        register(PROJECT);
    }

    static TestLedger open(Path home) {
        return new TestLedger(Ledger.open(home));
    }

    static TestLedger open(Path home, Duration patience) {
        return new TestLedger(Ledger.open(home, patience));
    }

    void register(String project) {
        new Projects(ledger, CLOCK).register(new Project(project, "name of " + project, ""));
    }

    Recorded record(EntryVersion entry) {
        return recorder.record(entry, "recipe");
    }

    /** An entry of {@link #PROJECT} with one insight of category {@code workflow} on each line from 1. */
    static EntryVersion entry(Holder holder, String path, int second, String... texts) {
        List<Insight> insights = new ArrayList<>();
        for (String text : texts) {
            insights.add(insight("workflow", text, insights.size() + 1));
        }
        return entry(PROJECT, holder, path, second, String.join("\n", texts), insights);
    }

    /** @param path begins with the day: {@code 2026-01-10-slug.md} */
    static EntryVersion entry(String project, Holder holder, String path, int second, String content, List<Insight> insights) {
        return EntryVersion.of(project, holder, path, LocalDate.parse(path.substring(0, 10)), Sha256.of(content), content,
                at(second)).withTitle("title of " + content.length()).withInsights(insights);
    }

    static EntryVersion removed(Holder holder, String path, int second) {
        return EntryVersion.removed(PROJECT, holder, path, LocalDate.parse(path.substring(0, 10)), at(second));
    }

    static Insight insight(String category, String text, int line) {
        return new Insight(text, category, line, "Improvements", "- " + text, "test", TOKENS.fingerprint(text));
    }

    static Decision decision(String kind, int second, String text, String... rules) {
        return new Decision(PROJECT, kind, List.of(rules), text, at(second));
    }

    /** The wordings of a live rule, earliest first. */
    List<String> wordings(String id) {
        return ledger.read(db -> Wordings.of(db, PROJECT, id).all().stream().map(Wordings.Wording::text).toList());
    }

    /** Numbers of the groups that hold the live ones of these texts. */
    Set<Object> leaders(List<Ruling.Saying> sayings) {
        Set<Object> leaders = new HashSet<>();
        sayings.forEach(saying -> rows("select leader_id from statement where leader_id is not null and category = ?"
                + " and rule_id = ?", saying.category(), RuleId.of(saying.category(), saying.text()))
                .forEach(row -> leaders.add(row.get("leader_id"))));
        return leaders;
    }

    static Instant at(int second) {
        return Instant.parse("2026-02-01T00:00:00Z").plusSeconds(second);
    }

    List<Rule> rules() {
        return new Rules(ledger).withSources(PROJECT);
    }

    /** What was decided about the live rules of a project. */
    List<Standings.Stand> standings(String project) {
        return new Standings(ledger, BACKENDS).all(project);
    }

    /** What was decided about the live rule that answers to the id of {@code text} in the category workflow. */
    Standings.Stand stand(String text) {
        String id = new Rules(ledger).resolve(PROJECT, RuleId.of("workflow", text)) instanceof Rules.Named.Live live
                ? live.rule().id()
                : "none";
        return standings(PROJECT).stream().filter(stand -> stand.candidate().rule().id().equals(id)).findFirst().orElseThrow();
    }

    @Nullable Rule rule(String text) {
        return rules().stream().filter(rule -> rule.text().equals(text)).findFirst().orElse(null);
    }

    /** Differences that a rebuild finds; none when all is well. */
    List<String> rebuild() {
        return new Rebuild(ledger, BACKENDS).run(percent -> {}).differences();
    }

    /** Everything the facts say today, without internal numbers. */
    Set<String> folds() {
        Set<String> lines = new TreeSet<>();
        for (Project project : new Projects(ledger, CLOCK).all()) {
            new Rules(ledger).withSources(project.id()).forEach(rule -> lines.add(rule.toString()));
            standings(project.id()).forEach(stand -> lines.add("standing " + stand));
        }
        rows("select s.project_id, s.category, s.rule_id, s.text, l.rule_id, s.first_date, s.first_path, s.first_line"
                + " from statement s join statement l on l.id = s.leader_id").forEach(row -> lines.add("member " + row));
        rows("select o.root, o.branch, e.path, r.content_hash, r.recipe, h.observed_at from holding h"
                + " join holder o on o.id = h.holder_id join entry e on e.id = h.entry_id join reading r on r.id = h.reading_id")
                .forEach(row -> lines.add("holding " + row));
        return lines;
    }

    List<Map<String, Object>> rows(String sql, Object... arguments) {
        return ledger.read(db -> db.queryForList(sql, arguments));
    }

    long count(String table) {
        return ledger.read(db -> db.queryForObject("select count(*) from " + table, Long.class));
    }

    @Override
    public void close() {
        ledger.close();
    }
}
