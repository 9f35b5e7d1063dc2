package dev.buildlog.ledger;

import dev.buildlog.curate.Canonical;
import dev.buildlog.curate.RuleId;
import dev.buildlog.model.Fingerprint;
import dev.buildlog.model.Insight;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The numbers of statements and of their fingerprints; made at first sight. */
final class Statements {

    private final Map<Key, Long> numbers = new HashMap<>();
    private final Map<Print, Long> prints = new HashMap<>();

    private Statements() {}

    private record Key(String category, String lowerCase) {

        static Key of(String category, String text) {
            return new Key(category, text.toLowerCase(Locale.ROOT));
        }

        String ruleId() {
            return RuleId.of(category, lowerCase);
        }
    }

    private record Print(long statement, String backend, String data) {}

    /** The numbers of these texts, stored where they are new. */
    static Set<Long> numbers(JdbcTemplate db, String project, Collection<Ruling.Saying> sayings) {
        Map<Key, String> texts = new HashMap<>();
        sayings.forEach(saying -> texts.put(Key.of(saying.category(), saying.text()), saying.text()));
        Statements statements = new Statements();
        statements.store(db, project, texts);
        return texts.keySet().stream().map(statements.numbers::get).collect(Collectors.toSet());
    }

    /** The statements of {@code insights}, stored where they are new. */
    static Statements of(JdbcTemplate db, String project, List<Insight> insights) {
        Statements statements = new Statements();
        statements.store(db, project, insights.stream().collect(Collectors.toMap(Statements::key, Insight::text, (a, b) -> a)));
        statements.storePrints(db, insights);
        return statements;
    }

    long number(Insight insight) {
        return Objects.requireNonNull(numbers.get(key(insight)));
    }

    /** Number of the fingerprint of {@code insight}; null where it has none. */
    @Nullable Long print(Insight insight) {
        Fingerprint fingerprint = insight.fingerprint();
        return fingerprint == null ? null : prints.get(print(insight, fingerprint));
    }

    private Print print(Insight insight, Fingerprint fingerprint) {
        return new Print(number(insight), fingerprint.backend(), fingerprint.data());
    }

    private void store(JdbcTemplate db, String project, Map<Key, String> texts) {
        Map<Key, String> missing = new HashMap<>(texts);
        find(db, project, missing.keySet());
        missing.keySet().removeAll(numbers.keySet());
        List<Object[]> rows = new ArrayList<>();
        missing.forEach((key, text) -> rows.add(new Object[] {
            project, key.category(), key.ruleId(), text, Canonical.digest(text)
        }));
        Rows.batch(db, "insert into statement (project_id, category, rule_id, text, digest) values (?,?,?,?,?)", rows);
        find(db, project, missing.keySet());
    }

    private void find(JdbcTemplate db, String project, Set<Key> keys) {
        Set<String> ids = keys.stream().map(Key::ruleId).collect(Collectors.toSet());
        Rows.each(db, "select id, category, text from statement where rule_id in (?) and project_id = ?", ids,
                row -> numbers.put(Key.of(row.getString(2), row.getString(3)), row.getLong(1)), project);
    }

    private static Key key(Insight insight) {
        return Key.of(insight.category(), insight.text());
    }

    private void storePrints(JdbcTemplate db, List<Insight> insights) {
        Map<Print, Fingerprint> missing = new HashMap<>();
        for (Insight insight : insights) {
            if (insight.fingerprint() != null) {
                missing.put(print(insight, insight.fingerprint()), insight.fingerprint());
            }
        }
        findPrints(db, missing);
        missing.keySet().removeAll(prints.keySet());
        List<Object[]> rows = new ArrayList<>();
        missing.forEach((print, fingerprint) -> rows.add(new Object[] {
            print.statement(), print.backend(), print.data(),
            fingerprint.blocks().stream().map(String::valueOf).collect(Collectors.joining(" "))
        }));
        Rows.batch(db, "insert into print (statement_id, backend, data, blocks) values (?,?,?,?)", rows);
        findPrints(db, missing);
    }

    private void findPrints(JdbcTemplate db, Map<Print, Fingerprint> wanted) {
        Set<Long> statements = wanted.keySet().stream().map(Print::statement).collect(Collectors.toSet());
        Rows.each(db, "select id, statement_id, backend, data from print where statement_id in (?)", statements,
                row -> prints.put(new Print(row.getLong(2), row.getString(3), row.getString(4)), row.getLong(1)));
    }
}
