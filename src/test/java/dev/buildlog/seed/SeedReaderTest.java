package dev.buildlog.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.Problem;
import dev.buildlog.model.SeedFile;
import dev.buildlog.model.SeedRule;
import dev.buildlog.model.SeedRule.Reference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedReaderTest {

    private static List<String> problems(String text) {
        return SeedReader.read("x.yaml", text).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void aFileOfAnotherProducerIsRead() {
        SeedFile seeds = SeedReader.read("x.yaml", """
                persona: queue_guard
                version: 3
                rules:
                  - rule: "Bound every queue"
                    category: reliability
                    context: "Producers and consumers"
                    antipattern: "Unbounded in-memory buffers"
                    rationale: "Back-pressure beats out-of-memory"
                    tags: [queue, limits]
                    references:
                      - {url: "https://example.org/q", title: "Queues"}
                    provenance:
                      id: "q:rule:7"
                      derivation: explicit
                      source_concepts: ["messaging:Queue"]
                      confidence: 0.9
                      graph_version: "2026-04-01"
                metadata: {source: qortex, rule_count: 1}
                """).orThrow();
        assertThat(seeds).isEqualTo(new SeedFile("queue_guard", 3, List.of(new SeedRule("Bound every queue", "reliability",
                "Producers and consumers", "Unbounded in-memory buffers", "Back-pressure beats out-of-memory",
                List.of("queue", "limits"), List.of(new Reference("https://example.org/q", "Queues")),
                Map.of("id", "q:rule:7", "derivation", "explicit", "source_concepts", List.of("messaging:Queue"), "confidence",
                0.9,
                        "graph_version", "2026-04-01")))));
        assertThat(seeds.rules().get(0).confidence()).isEqualTo(0.9);
    }

    /** Parsers read a text in pieces; a character of two halves may begin with the last of one. */
    @Test
    void aCharacterOfTwoHalvesMayStandAnywhere() {
        for (int before = 1000; before < 1100; before++) {
            String text = "x".repeat(before) + "😀";
            SeedFile seeds = SeedReader.read("x.yaml", "rules:\n- rule: " + text + "\n").orThrow();
            assertThat(seeds.rules()).singleElement().extracting(SeedRule::rule).isEqualTo(text);
        }
    }

    @Test
    void whatIsLeftOutHasADefault() {
        SeedFile seeds = SeedReader.read("x.yaml", "rules:\n- rule: Bound every queue\n- {rule: 42, context: null}\n").orThrow();
        assertThat(seeds.persona()).isEqualTo("unknown");
        assertThat(seeds.version()).isEqualTo(1);
        assertThat(seeds.rules().get(0)).isEqualTo(new SeedRule("Bound every queue", "general", "", "", "", List.of(), List.of(),
                Map.of()));
        assertThat(seeds.rules().get(0).confidence()).isEqualTo(1);
        assertThat(seeds.rules().get(1).rule()).isEqualTo("42");
        assertThat(SeedReader.read("x.yaml", "persona: x\n").orThrow().rules()).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWithItsLine() {
        assertThat(problems("""
                persona: ../x
                version: many
                rules:
                - category: a
                - just a text
                - rule: [a, b]
                - rule: ok
                  tags: a
                  references:
                  - {url: "https://example.org"}
                  provenance: none
                """)).satisfiesExactly(
                        one -> assertThat(one).startsWith("x.yaml:1:10: '../x' is no name of a persona"),
                        one -> assertThat(one).startsWith("x.yaml:2:10: version must be a whole number, not 'many'"),
                        one -> assertThat(one).startsWith("x.yaml:4:3: rule is missing or empty"),
                        one -> assertThat(one).startsWith("x.yaml:5:3: a rule must be a map"),
                        one -> assertThat(one).startsWith("x.yaml:6:9: rule must be a text"),
                        one -> assertThat(one).startsWith("x.yaml:8:9: tags must be a list"),
                        one -> assertThat(one).startsWith("x.yaml:10:5: title is missing or empty"),
                        one -> assertThat(one).startsWith("x.yaml:11:15: provenance must be a map"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "- a\n", "text", "{", "a: b: c", "\t", "rules: {}", "a: 1\na: 2\n", "--- a\n--- b\n",
        "rules:\n- rule: !!java.net.URL [x]\n", "rules:\n- {rule: x, provenance: {a: !!java.net.URL x}}\n",
        "rules: &a\n- *a\n", "rules:\n- *nothing\n", "\u0000", "rules:\n- rule: '  '\n"})
    void whatIsNoSeedFileIsRefusedWithItsName(String text) {
        assertThat(problems(text)).isNotEmpty().allSatisfy(problem -> assertThat(problem).startsWith("x.yaml"));
    }

    @Test
    void aliasesServeAndDoNotExplode() {
        assertThat(SeedReader.read("x.yaml", """
                rules:
                - rule: a
                  references: &refs
                  - {url: u, title: t}
                - rule: b
                  references: *refs
                """).orThrow().rules().get(1).references()).containsExactly(new Reference("u", "t"));

        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 20; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [").append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a").append(i - 1).append("]\n");
        }
        assertThat(problems(bomb + "rules:\n- {rule: r, provenance: {x: *a19}}\n")).singleElement().asString()
                .contains("aliases counted");
        assertThat(problems("rules: " + "[".repeat(50_000))).singleElement().asString().contains("nested deeper");
        assertThat(problems("rules:\n- rule: " + "x".repeat(10_001))).singleElement().asString()
                .contains("x.yaml:2:9: rule is longer");
        assertThat(problems("# " + "x".repeat(1 << 20))).singleElement().asString().contains("split it");
    }
}
