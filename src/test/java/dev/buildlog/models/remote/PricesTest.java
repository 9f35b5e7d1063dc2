package dev.buildlog.models.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesTest {

    private static final Path SHIPPED = Path.of("components/prices.yaml");

    @TempDir
    Path folder;

    private static long cost(Prices prices, String model, long input, long output, long cached) {
        return prices.of(model).orElseThrow().of(new Provider.Tokens(input, output, cached, 0));
    }

    /** Golden values: prices and tokens as users know them. */
    @Test
    void theCostOfAQuestion() {
        Prices prices = Prices.read(List.of(SHIPPED));
        assertThat(cost(prices, "claude-haiku-4-20250514", 100, 50, 0)).isEqualTo(280_000);
        assertThat(cost(prices, "claude-haiku-4-20250514", 1_000_000, 0, 500_000)).isEqualTo(840_000_000);
        assertThat(cost(prices, "claude-sonnet-4-20250514", 1_200, 300, 800)).isEqualTo(8_340_000);
    }

    @Test
    void aNameStandsForItsDatedVersionsOnly() {
        Prices prices = Prices.read(List.of(SHIPPED));
        assertThat(prices.of("gpt-5.4-2026-03-05")).isEqualTo(prices.of("gpt-5.4"));
        assertThat(prices.of("gpt-5.4-pro")).isEmpty();
        assertThat(prices.of("gpt-5.4-mini")).isNotEqualTo(prices.of("gpt-5.4"));
        assertThat(prices.of("gpt-5")).isEmpty();
    }

    @Test
    void theHomesTableWins() throws IOException {
        Path own = Files.writeString(folder.resolve("prices.yaml"), "models:\n  ours: {input: 0.001, output: 2}\n"
                + "  gpt-4.1: {input: 1, output: 1}\n");
        Prices prices = Prices.read(List.of(SHIPPED, own, folder.resolve("missing.yaml")));
        assertThat(cost(prices, "ours", 1, 1, 1)).isEqualTo(2_002);
        assertThat(cost(prices, "gpt-4.1", 1_000, 0, 0)).isEqualTo(1_000_000);
    }

    @Test
    void aPriceThatIsNoneIsNamed() throws IOException {
        Path own = Files.writeString(folder.resolve("prices.yaml"), "models:\n  ours: {input: free, output: 2}\n");
        assertThatThrownBy(() -> Prices.read(List.of(own))).isInstanceOf(BuildlogException.class)
                .hasMessageContaining("prices.yaml: ours.input must be");
    }
}
