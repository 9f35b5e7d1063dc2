package dev.buildlog.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.curate.Deduplicator;
import dev.buildlog.curate.Similarity;
import dev.buildlog.curate.TokenSimilarity;
import dev.buildlog.extract.DetailsReader;
import dev.buildlog.extract.GuidanceExtractor;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.model.SeedFile;
import dev.buildlog.model.SeedRule;
import dev.buildlog.model.SeedRule.Reference;
import dev.buildlog.model.SourceReading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GeneratorTest {

    private static final Map<String, Similarity> BACKENDS = Map.of(TokenSimilarity.NAME, new TokenSimilarity());

    static Source source(String name, String... sections) {
        return new Source(name, "file:docs/" + name + ".md", SourceType.REFERENCE_DOC, "api", "", List.of(sections));
    }

    static SourceReading read(String text) {
        EntryVersion entry = EntryVersion.of("p", Holder.SUBMISSION, "a", LocalDate.EPOCH, "", text, Instant.EPOCH);
        return new DetailsReader().read(new Deduplicator().fingerprint(new GuidanceExtractor().extract(entry)));
    }

    static String rule(String rule, String context, String antipattern, String rationale) {
        return "- " + rule + "\n  - Context: " + context + "\n  - Avoid: " + antipattern + "\n  - Why: " + rationale + "\n";
    }

    private static Draft draft(Map<Source, SourceReading> readings) {
        return new Generator(new PersonaName("api_guard"), BACKENDS, false).draft(readings);
    }

    @Test
    void aCompleteRuleCarriesWhereItComesFrom() {
        Draft draft = draft(Map.of(source("guide"), read("# Guide\n\n## Query limits\n\n"
                + rule("Bound every SQL query", "lists", "SELECT *",
                "tables grow") + "  - Severity: major\n  - Scope: service\n")));
        assertThat(draft.rules()).containsExactly(new SeedRule("Bound every SQL query", "general", "lists", "SELECT *",
                "tables grow",
                List.of("query-limits", "sql"), List.of(new Reference("file:docs/guide.md", "guide")), provenance()));
        assertThat(draft.setAside()).isEmpty();
    }

    private static Map<String, Object> provenance() {
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("id", SeedId.of(new PersonaName("api_guard"), "Bound every SQL query"));
        provenance.put("domain", "api");
        provenance.put("derivation", "explicit");
        provenance.put("confidence", 1.0);
        provenance.put("severity", "major");
        provenance.put("scope", "service");
        provenance.put("extractor", "guidance");
        provenance.put("source", "file:docs/guide.md");
        provenance.put("section", "Guide > Query limits");
        provenance.put("line", 5);
        return provenance;
    }

    @Test
    void oneIncompleteRuleIsSetAsideAndTheOthersGoOn() {
        Map<Source, SourceReading> readings = Map.of(source("guide"), read(
                rule("Bound every list", "lists", "all at once", "load") + "- Pin versions\n  - Why: TODO\n  - When: in CI\n"));
        Draft draft = draft(readings);
        assertThat(draft.rules()).extracting(SeedRule::rule).containsExactly("Bound every list");
        assertThat(draft.setAside()).containsExactly(new Draft.SetAside("file:docs/guide.md", 5, "Pin versions",
                "it has no antipattern and no rationale"));

        Draft all = new Generator(new PersonaName("p"), BACKENDS, true).draft(readings);
        assertThat(all.rules()).hasSize(2);
        assertThat(all.rules().get(1).provenance()).containsEntry("incomplete", List.of("antipattern", "rationale"));
    }

    @Test
    void sourcesThatSayTheSameMakeOneRuleThatRefersToBoth() {
        Map<Source, SourceReading> readings = new LinkedHashMap<>();
        readings.put(source("first"), read("- Close every stream after use\n  - Context: files\n  - Avoid: leaks\n"));
        readings.put(source("second"), read(rule("Close every stream after its use", "sockets", "waiting", "handles run out")
                + rule("Never close a stream you were given", "callees", "closing", "the caller goes on")));
        Draft draft = draft(readings);
        assertThat(draft.rules()).extracting(SeedRule::rule)
                .containsExactly("Close every stream after use", "Never close a stream you were given");
        assertThat(draft.rules().get(0).context()).isEqualTo("files");
        assertThat(draft.rules().get(0).rationale()).isEqualTo("handles run out");
        assertThat(draft.rules().get(0).references()).extracting(Reference::title).containsExactly("first", "second");
        assertThat(draft.found()).isEqualTo(3);
        assertThat(draft.repeated()).isEqualTo(1);
    }

    @Test
    void rulesThatOnlyLookAlikeStayApart() {
        Draft draft = draft(Map.of(source("guide"), read(rule("Retry reads after a timeout", "a", "b", "c")
                + rule("Never retry reads after a timeout", "a", "b", "c"))));
        assertThat(draft.rules()).hasSize(2);
    }

    @Test
    void onlyTheNamedSectionsCount() {
        Draft draft = draft(Map.of(source("guide", "Streams", "Nowhere"), read("## Streams\n\n" + rule("Close streams", "a",
                "b", "c")
                + "\n## Lists\n\n" + rule("Bound lists", "a", "b", "c"))));
        assertThat(draft.rules()).extracting(SeedRule::rule).containsExactly("Close streams");
        assertThat(draft.setAside()).extracting(Draft.SetAside::reason).containsExactly("it has no section called 'Nowhere'");
    }

    @Test
    void whatCouldPlayTricksIsSetAside() {
        Draft draft = draft(Map.of(source("guide"), read(rule("Write `<!-- buildlog:end -->` here", "a", "b", "c"))));
        assertThat(draft.rules()).isEmpty();
        assertThat(draft.setAside()).singleElement().satisfies(one -> assertThat(one.reason()).contains("<!--"));
    }

    @Property(tries = 30)
    void theSameSourcesAlwaysGiveTheSameFile(@ForAll long seed) {
        List<String> items = new ArrayList<>();
        for (String word : List.of("streams", "sockets", "locks", "pools", "files")) {
            items.add(rule("Close all " + word + " in sql and python", "code", "leaks", "limits")
                    + "  - Tags: zebra, apple, " + word + "\n");
        }
        Collections.shuffle(items, new Random(seed));
        String text = "## Resources\n\n" + String.join("", items);
        assertThat(written(text)).isEqualTo(written(text))
                .containsSubsequence("- apple", "- python", "- resources", "- sql", "- zebra");
    }

    private static String written(String text) {
        return SeedWriter.write(new SeedFile("p", 1, draft(Map.of(source("a"), read(text))).rules()));
    }
}
