package dev.buildlog.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.SeedFile;
import dev.buildlog.model.SeedRule;
import dev.buildlog.model.SeedRule.Reference;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written reads back as the same rules, whatever the texts. */
class SeedRoundTripPropertyTest {

    @Property(tries = 300)
    void generatedFilesReadBackAsTheSameRules(@ForAll("files") SeedFile seeds) {
        String text = SeedWriter.write(seeds);
        assertThat(SeedReader.read("x.yaml", text).orThrow()).isEqualTo(seeds);
        assertThat(SeedWriter.write(seeds)).isEqualTo(text);
        assertThat(SeedWriter.isAsGenerated(text)).isTrue();
        assertThat(SeedWriter.isAsGenerated(text + "\n")).isFalse();
    }

    @Property(tries = 300)
    void anyTextIsReadOrRefused(@ForAll String text) {
        SeedReader.Reading reading = SeedReader.read("x.yaml", text);
        assertThat(reading.seeds() == null).isNotEqualTo(reading.problems().isEmpty());
    }

    @Provide
    Arbitrary<SeedFile> files() {
        Arbitrary<Reference> references = Combinators.combine(said(), said()).as(Reference::new);
        Arbitrary<Object> values = Arbitraries.oneOf(texts().map(Object.class::cast), Arbitraries.integers()
                .map(Object.class::cast),
                Arbitraries.doubles().between(0, 1).ofScale(4).map(Object.class::cast), Arbitraries.of(true, false),
                texts().list().ofMaxSize(3).map(Object.class::cast));
        Arbitrary<Map<String, Object>> provenance = Arbitraries.maps(said().filter(key -> key.length() < 100), values)
                .ofMaxSize(4);
        Arbitrary<SeedRule> rules = Combinators.combine(said(), said(), texts(), texts(), texts(), texts().list().ofMaxSize(3),
                references.list().ofMaxSize(2), provenance).as(SeedRule::new);
        return Combinators.combine(Arbitraries.of("bragi", "api_guard", "yes", "null", "on"), Arbitraries.integers()
                .between(1, 99),
                rules.list().ofMaxSize(4)).as(SeedFile::new);
    }

    /** Texts that mean something else to YAML where they are not quoted, and anything else. */
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of("yes", "no", "null", "~", "1", "1.0", "0x1f", "1e3", "true", "- a", "a: b", "# a", "a #b", "*a",
                "&a", "!a",
                        "%a", "@a", "`a`", "{a}", "[a]", "'a'", "\"a\"", "a\\nb", "|", ">", "?", "2026-01-01", "", " a ",
                        "a\nb\n",
                        "\n a", "\ta", "a\r\nb", "\u0085", "\u2028", "\uFEFF", "\u0007", "😀", "---", "..."),
                Arbitraries.strings().ofMaxLength(40).filter(SeedRoundTripPropertyTest::isText),
                Arbitraries.strings().withCharRange(' ', '~').ofMinLength(80).ofMaxLength(300));
    }

    private static Arbitrary<String> said() {
        return texts().filter(text -> !text.isBlank());
    }

    /** Half characters have no UTF-8. */
    private static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }
}
