package dev.buildlog.bench;

import dev.buildlog.curate.Categorizer;
import dev.buildlog.curate.Deduplicator;
import dev.buildlog.curate.TokenSimilarity;
import dev.buildlog.extract.ImprovementsExtractor;
import dev.buildlog.learn.Beta;
import dev.buildlog.learn.Contender;
import dev.buildlog.learn.ContextKey;
import dev.buildlog.learn.Draw;
import dev.buildlog.learn.Priors;
import dev.buildlog.ledger.EntryRecorder;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.ledger.Policies;
import dev.buildlog.ledger.Projects;
import dev.buildlog.ledger.Rules;
import dev.buildlog.ledger.Selections;
import dev.buildlog.ledger.Selections.Made;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Project;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.Rule;
import dev.buildlog.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Choosing 10 of many rules, each of which is known otherwise than the rest, and putting the choice on disk. */
final class Selecting {

    private static final String PROJECT = "0123456789ab";
    private static final int PLACES = 10;
    private static final int TOKENS = 400;
    private static final int LEARNINGS = 50;
    private static final int WARM_UP = 60;
    private static final int DRAWS = 60;

    private Selecting() {}

    static void measure(Bench bench) throws IOException {
        Table table = new Table("arms", "draw and record, median", "p90", "propensities, median", "p90",
                "from the evidence to the policy, median", "p90");
        List<Integer> sizes = List.of(bench.plan().small(), bench.plan().medium(), bench.plan().large());
        for (int arms : sizes) {
            Bench.say("drawing from " + arms + " rules");
            Found found = measure(Files.createDirectory(bench.scratch().resolve("selecting-" + arms)), arms);
            table.row(arms, Figures.ms(found.selecting.median()), Figures.ms(found.selecting.quantile(0.9)),
                    Figures.ms(found.propensities.median()), Figures.ms(found.propensities.quantile(0.9)),
                    Figures.ms(found.whole.median()), Figures.ms(found.whole.quantile(0.9)));
            if (arms == bench.plan().large()) {
                bench.report().aim(Aim.atMost("selecting " + PLACES + " of " + arms + " arms, recorded", 10, "ms",
                        found.selecting.median()));
                bench.report().aim(Aim.atMost("their propensities", 50, "ms", found.propensities.median()));
            }
        }
        bench.report().section("Selection", "Every rule was rewarded otherwise than the others, and the budget binds. A draw is"
                + " made of arms that are known and stored with all candidates in one synced transaction; its propensities are"
                + " computed once more by themselves and taken off. The last columns are the whole of a publication's decision,"
                + " with propensities: reading the evidence, drawing, storing draw, policy and artifact. " + DRAWS
                + " draws after " + WARM_UP + " untimed ones. The Python tool takes 0.92, 7.6 and 77 ms for 100, 1,000 and 10,000"
                + " known arms, and computes no propensities.", table);
    }

    /**
     * What was measured, in ms.
     *
     * @param selecting the draw and its record, without propensities
     * @param whole from the evidence to the policy on disk, with propensities
     */
    private record Found(Samples selecting, Samples propensities, Samples whole) {}

    private static Found measure(Path home, int arms) throws IOException {
        try (Ledger ledger = Ledger.open(home)) {
            List<Rule> rules = rules(ledger, arms);
            Map<String, Beta> beliefs = learn(ledger, rules);
            List<Candidate> candidates = rules.stream().map(Candidate::unscored).toList();
            List<Contender> contenders = rules.stream()
                    .map(rule -> new Contender(rule.id(), beliefs.get(rule.id()), cost(rule), false)).toList();
            Policies policies = new Policies(ledger, Priors.LEARNED);
            Selections selections = new Selections(ledger);
            Draw draw = new Draw(PLACES, 0.1, TOKENS);
            Found found = new Found(new Samples(), new Samples(), new Samples());
            for (int i = 0; i < WARM_UP + DRAWS; i++) {
                Instant at = Instant.ofEpochSecond(i);
                long begin = System.nanoTime();
                selections.record(new Made("sel-" + i, PROJECT, ContextKey.GENERAL, at, draw.from(contenders, i)));
                long recorded = System.nanoTime();
                draw.chances(contenders, i);
                long computed = System.nanoTime();
                policies.choose(new Candidates(new PublishRequest(PROJECT, "", true), at, candidates, List.of()), draw,
                        candidate -> cost(candidate.rule()), i);
                long chosen = System.nanoTime();
                if (i >= WARM_UP) {
                    found.selecting.add((recorded - begin - (computed - recorded)) / 1e6);
                    found.propensities.add((computed - recorded) / 1e6);
                    found.whole.add((chosen - computed) / 1e6);
                }
            }
            return found;
        }
    }

    private static int cost(Rule rule) {
        return 8 + Math.floorMod(rule.id().hashCode(), 40);
    }

    private static List<Rule> rules(Ledger ledger, int number) {
        TokenSimilarity token = new TokenSimilarity();
        new Projects(ledger, Clock.systemUTC()).register(new Project(PROJECT, "bench", ""));
        EntryRecorder recorder = new EntryRecorder(ledger, Map.of(token.name(), token), Clock.systemUTC(), "bench");
        Wording wording = new Wording(3);
        for (int written = 0, entry = 0; written < number; entry++) {
            int learnings = Math.min(LEARNINGS, number - written);
            recorder.record(entry(wording, entry, learnings), "bench");
            written += learnings;
        }
        return new Rules(ledger).live(PROJECT);
    }

    private static EntryVersion entry(Wording wording, int number, int learnings) {
        StringBuilder text = new StringBuilder("# Entry " + number + "\n\n## Improvements\n\n### Workflow\n\n");
        for (int i = 0; i < learnings; i++) {
            text.append("- ").append(wording.next()).append('\n');
        }
        LocalDate day = LocalDate.of(2020, 1, 1).plusDays(number);
        EntryVersion entry = EntryVersion.of(PROJECT, Holder.SUBMISSION, "buildlog/" + day + "-entry.md", day,
                Sha256.of(text.toString()), text.toString(), Instant.ofEpochSecond(number + 1));
        return new Deduplicator().fingerprint(new Categorizer().categorise(new ImprovementsExtractor().extract(entry)));
    }

    /** Puts evidence of its own behind each rule, as outcomes would have. */
    private static Map<String, Beta> learn(Ledger ledger, List<Rule> rules) throws IOException {
        Random random = new Random(3);
        Map<String, Beta> beliefs = new HashMap<>();
        try (Connection connection = ledger.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("insert into evidence (project_id, rule_id, context,"
                    + " successes, failures, observations, as_of) values (?,?,'general',?,?,?,0)")) {
                for (Rule rule : rules) {
                    double successes = 8 * random.nextDouble();
                    double failures = 15 * random.nextDouble();
                    insert.setString(1, PROJECT);
                    insert.setString(2, rule.id());
                    insert.setDouble(3, successes);
                    insert.setDouble(4, failures);
                    insert.setInt(5, (int) Math.ceil(successes + failures));
                    insert.addBatch();
                    beliefs.put(rule.id(), new Beta(1 + successes, 1 + failures));
                }
                insert.executeBatch();
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return beliefs;
    }
}
