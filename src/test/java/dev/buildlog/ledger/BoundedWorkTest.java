package dev.buildlog.ledger;

import static dev.buildlog.ledger.TestLedger.MAIN;
import static dev.buildlog.ledger.TestLedger.entry;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.buildlog.model.EntryVersion;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** One changed entry costs the work of that entry, however large the ledger is. Counted, not timed. */
class BoundedWorkTest {

    private static final Pattern SQL = Pattern.compile("Executing prepared SQL statement \\[(.*)]");
    private static final int SMALL = 100;
    private static final int LARGE = 1_000;

    @TempDir
    Path home;

    private TestLedger live;
    private final Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private int second;

    @BeforeEach
    void open() {
        live = TestLedger.open(home);
        log.start();
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        logger.setLevel(null);
        live.close();
    }

    @Test
    void aChangedEntryCostsTheSameInALargeLedger() {
        grow(0, SMALL);
        Cost small = costOfChanges();
        grow(SMALL, LARGE);
        Cost large = costOfChanges();
        assertThat(large.statements).isLessThanOrEqualTo(small.statements * 3 / 2);
        assertThat(large.rowsWritten).isLessThanOrEqualTo(small.rowsWritten * 3 / 2);
    }

    @Test
    void noStatementOfARecordingReadsAWholeTable() {
        grow(0, 20);
        Set<String> statements = new LinkedHashSet<>(statementsOf(this::change));
        assertThat(statements).hasSizeGreaterThan(30);
        // for an insert the plan names what a foreign key would ask if a row were replaced, and nothing else
        statements.removeIf(sql -> sql.startsWith("insert"));
        for (String sql : statements) {
            List<String> plan = live.rows("explain query plan " + sql.replace("?", "1")).stream()
                    .map(row -> (String) row.get("detail"))
                    .toList();
            // what was forgotten is compared with every text, and is as little as persons have asked for
            assertThat(plan).as(sql).noneMatch(step -> step.startsWith("SCAN") && !step.equals("SCAN CONSTANT ROW")
                    && !step.equals("SCAN forgotten"));
        }
    }

    private record Cost(long statements, long rowsWritten) {}

    private Cost costOfChanges() {
        long before = rowsWritten();
        List<String> statements = statementsOf(this::change);
        return new Cost(statements.size(), rowsWritten() - before);
    }

    /** Edits, removes and adds again, joins and leaves a group. */
    private boolean change() {
        for (int number = 20; number < 30; number++) {
            live.record(entry(MAIN, path(number), ++second, text(number, 0), text(number + 5_000, 1)));
            live.record(TestLedger.removed(MAIN, path(number), ++second));
            live.record(original(number));
        }
        return true;
    }

    private long rowsWritten() {
        return live.ledger.write(db -> db.queryForObject("select total_changes()", Long.class));
    }

    private List<String> statementsOf(Supplier<Boolean> work) {
        log.list.clear();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(log);
        work.get();
        logger.detachAppender(log);
        logger.setAdditive(true);
        logger.setLevel(null);
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).map(SQL::matcher).filter(Matcher::matches)
                .map(matcher -> matcher.group(1)).toList();
    }

    private void grow(int from, int to) {
        live.ledger.write(db -> {
            for (int number = from; number < to; number++) {
                live.record(original(number));
            }
            return true;
        });
    }

    /** Every fifth entry says again what the one before says. */
    private EntryVersion original(int number) {
        int topic = number % 5 == 4 ? number - 1 : number;
        return entry(MAIN, path(number), ++second, text(topic, 0) + (topic == number ? "" : " anew"), text(number, 1));
    }

    private static String path(int number) {
        return LocalDate.of(2026, 1, 1).plusDays(number) + "-a.md";
    }

    /** Words that no other text has. */
    private static String text(int number, int line) {
        StringBuilder text = new StringBuilder("Keep");
        for (String syllable : List.of("ba", "ko", "mi", "tu", "re", "pla")) {
            text.append(' ').append(syllable).append(Integer.toString(number * 2 + line, 26).replaceAll("[0-9]", "x$0")
                    .replace('0', 'q').replace('1', 'w').replace('2', 'z').replace('3', 'v').replace('4', 'y').replace('5', 'j')
                    .replace('6', 'h').replace('7', 'f').replace('8', 'g').replace('9', 'd'));
        }
        return text.toString();
    }
}
