package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.consult.Usage;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.ledger.ModelUsage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LlmUsageTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @TempDir
    Path folder;

    private String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = new Main(folder, folder, Map.of("BUILDLOG_HOME", folder.resolve("home").toString()),
                InputStream.nullInputStream(), out, err, CLOCK).run(arguments);
        assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private void used(LocalDate day, long asked, long remembered, long nanos) {
        try (Ledger ledger = Ledger.open(folder.resolve("home"))) {
            new ModelUsage(ledger).count(day, new Usage("shop", "extract", "gpt-4.1", "v1", asked, remembered, 600, 100, 400, 0,
                    nanos));
        }
    }

    @Test
    void nothingYet() {
        assertThat(run("llm", "usage")).isEqualTo("""
                No language model was asked.
                Today $0.0000 of $1.00, 0 tokens of 2,000,000. This month $0.0000 of $10.00.
                """);
    }

    @Test
    void addsUpByDay() throws IOException {
        used(TODAY, 1, 0, 2_200_000);
        used(TODAY, 0, 1, 0);
        used(TODAY.minusDays(3), 1, 0, 500_000_000);
        used(TODAY.minusMonths(1), 1, 0, 900_000_000);

        assertThat(run("llm", "usage")).contains(
                "2026-11-21  shop              extract       gpt-4.1                   1      1       1200        200        800"
                        + "    $0.0022\n",
                "Today $0.0022 of $1.00, 2,200 tokens of 2,000,000. This month $0.5022 of $10.00.").doesNotContain("2026-10-21");
        JsonNode json = new ObjectMapper().readTree(run("llm", "usage", "--json", "--since", "2026-01-01"));
        assertThat(json.get("usage")).hasSize(3);
        assertThat(json.at("/usage/0/cost_usd").asDouble()).isEqualTo(0.0022);
        assertThat(json.get("month_usd").asDouble()).isEqualTo(0.5022);
        assertThat(json.get("entries_waiting").asInt()).isZero();
    }
}
