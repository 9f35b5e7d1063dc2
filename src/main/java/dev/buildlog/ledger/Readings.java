package dev.buildlog.ledger;

import dev.buildlog.curate.RuleId;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Fingerprint;
import dev.buildlog.model.Insight;
import dev.buildlog.model.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was taken from a version of an entry: the reading and its insights, each tied to the statement it makes. */
final class Readings {

    private static final Fingerprint NONE = new Fingerprint("", "", List.of());

    private final JdbcTemplate db;

    Readings(JdbcTemplate db) {
        this.db = db;
    }

    /** Stores the insights of {@code entry} unless this recipe has read this version before; returns the reading's number. */
    long record(long entryId, EntryVersion entry, String recipe) {
        Long known = find(entryId, entry.contentHash(), recipe);
        if (known != null) {
            return known;
        }
        db.update("insert into reading (entry_id, content_hash, recipe, title) values (?,?,?,?)", entryId,
                entry.contentHash(), recipe, entry.title());
        long reading = Objects.requireNonNull(find(entryId, entry.contentHash(), recipe));
        List<Object[]> rows = new ArrayList<>(entry.insights().size());
        for (Insight insight : entry.insights()) {
            rows.add(new Object[] {
                reading, rows.size(), statement(entry.project(), insight), insight.text(), insight.line(), insight.section(),
                insight.quote(), insight.extractor()
            });
        }
        db.batchUpdate("insert into insight (reading_id, ordinal, statement_id, text, line, section, quote, extractor)"
                + " values (?,?,?,?,?,?,?,?)", rows);
        return reading;
    }

    /** The statements that a reading makes; none for no reading. */
    List<Long> statements(@Nullable Long reading) {
        return reading == null
                ? List.of()
                : db.queryForList("select distinct statement_id from insight where reading_id = ?", Long.class, reading);
    }

    private @Nullable Long find(long entryId, String contentHash, String recipe) {
        List<Long> found = db.queryForList("select id from reading where entry_id = ? and content_hash = ? and recipe = ?",
                Long.class, entryId, contentHash, recipe);
        return found.isEmpty() ? null : found.get(0);
    }

    private long statement(String project, Insight insight) {
        Fingerprint fingerprint = insight.fingerprint() == null ? NONE : insight.fingerprint();
        String hash = Sha256.of(insight.text().toLowerCase(Locale.ROOT));
        Object[] key = {project, insight.category(), hash, fingerprint.backend()};
        String select = "select id from statement where project_id = ? and category = ? and text_hash = ? and backend = ?";
        List<Long> found = db.queryForList(select, Long.class, key);
        if (found.isEmpty()) {
            db.update("insert into statement (project_id, category, text_hash, backend, rule_id, text, fingerprint, blocks)"
                    + " values (?,?,?,?,?,?,?,?)", project, insight.category(), hash, fingerprint.backend(),
                    RuleId.of(insight.category(), insight.text()), insight.text(), fingerprint.data(),
                    fingerprint.blocks().stream().map(String::valueOf).collect(Collectors.joining(" ")));
            found = db.queryForList(select, Long.class, key);
        }
        return found.get(0);
    }
}
