package dev.buildlog.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Insight;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any text, sensible or not. */
class ExtractionPropertiesTest {

    private static final List<String> PIECES = List.of("\n", "\n\n", "  ", "    ", "\t", "- ", "* ", "1. ", "> ", "```",
            "~~~", "<!--", "-->", "## Improvements\n", "### Workflow\n", "# T\n", "## What I Learned\n", "**Lesson:**",
            "**Lesson:** ", "**Workflow**: ", "[ ] ", "[e.g., x]", "a rule", "Use `code`", "*em", "**", "_", "`",
            "[x](y)", "&amp;", "<br>", "<div>", "|a|b|\n|-|-|\n", "| Learning |\n|---|\n", "---\n", "===\n", "\u200B",
            "\u202E", "🚀", "\uD83D", "\0", "\u2028", "日本語", "TIL: it\n", ":", "label:\n", "Word", "[a]: b\n",
            "...", "\\", "<script>", "x: y\n", "Why: ", "**Rule:** ", "| Rule | Why |\n|---|---|\n",
            "Lesson: ", "The lesson is to ", "Next time we will ", ". ", "## Gauntlet\n", "accepted:\n",
            "## Key Takeaways & Tooling\n",
            "|Area|What|\n|-|-|\n|Workflow|", " many words in a cell|\n", "日本語の教訓。", "_Lesson:_ ", "&#76;esson: ", "Les\\son: ");

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 200)
    void everyInsightStandsWhereItSays(@ForAll("soup") String text) {
        EntryVersion entry = all(text);
        List<String> lines = text.lines().toList();
        for (Insight insight : entry.insights()) {
            assertThat(insight.line()).isBetween(1, Math.max(1, lines.size()));
            assertThat(text).contains(insight.quote());
            assertThat(lines.get(insight.line() - 1)).contains(insight.quote().lines().findFirst().orElse("no quote"));
            assertThat(insight.text()).isEqualTo(PlainText.of(insight.text())).isNotBlank().doesNotContain("\n");
        }
        int last = Math.max(1, lines.size());
        assertThat(entry.remarks()).allMatch(remark -> remark.line() >= 1 && remark.line() <= last);
    }

    @Property(tries = 200)
    void extractingAgainChangesNothing(@ForAll("soup") String text) {
        EntryVersion once = all(text);
        assertThat(all(once)).isEqualTo(once);
    }

    @Property(tries = 200)
    void lineEndsDoNotMatter(@ForAll("soup") String text) {
        List<Insight> unix = all(text).insights();
        List<Insight> windows = all(text.replace("\n", "\r\n")).insights();
        assertThat(windows.stream().map(i -> new Insight(i.text(), i.category(), i.line(), i.section(),
                i.quote().replace("\r\n", "\n"), i.extractor(), null).withHearsay(i.hearsay()))).isEqualTo(unix);
    }

    /** A label in the second line of an emphasis: what follows it is quoted from there, whatever ends the line before. */
    @Example
    void aLessonInTheMiddleOfAnEmphasisIsQuotedFromItsLabelOn() {
        String text = "**Lesson:** *em\nLesson: **Lesson:****- ";
        lineEndsDoNotMatter(text);
        assertThat(all(text).insights()).last().extracting(Insight::quote).asString().startsWith("**Lesson:****-");
    }

    @Property(tries = 200)
    void noLineOfALearningSectionGoesWithoutAReason(@ForAll("soup") String soup) {
        String text = "## Improvements\n" + soup.replaceAll("(?m)^(?=[#=-])", "x").replace("#", "");
        Assume.that(Outline.of(text).sections().size() == 2);
        assertThat(Explanation.of(Entries.extracted(text)))
                .noneMatch(line -> line.detail().equals("outside the sections that are read"));
    }

    @Property(tries = 200)
    void aByteOrderMarkDoesNotMatter(@ForAll("soup") String text) {
        assertThat(all("\uFEFF" + text).insights()).isEqualTo(all(text).insights());
    }

    /** What an entry says does not depend on what is written below it in sections that hold no learnings. */
    @Property(tries = 200)
    void unrelatedSectionsBelowChangeNothing(@ForAll("soup") String soup, @ForAll("soup") String other) {
        String text = closed(soup);
        String below = other.replaceAll("[#=<>|`~\\[\\]*_:-]", "x").replaceAll("(?i)lesson|next time|esson", "x");
        List<Insight> alone = Entries.extracted(text).insights();
        assertThat(Entries.extracted(text + "\n\n# Files Changed\n\n" + below).insights())
                .startsWith(alone.toArray(Insight[]::new))
                .hasSameSizeAs(alone);
    }

    @Property(tries = 200)
    void nothingIsTakenFromAFence(@ForAll("soup") String soup) {
        String fenced = "## Improvements\n\n``````\n" + soup.replace("``````", "x") + "\n``````\n";
        assertThat(all(fenced).insights()).isEmpty();
    }

    @Property(tries = 200)
    void nothingIsTakenFromIndentedCode(@ForAll("soup") String soup) {
        String indented = "## Improvements\n\n" + soup.lines().map(line -> "    " + line + "\n").collect(Collectors.joining());
        assertThat(all(indented).insights()).isEmpty();
    }

    @Property(tries = 200)
    void nothingIsTakenFromAComment(@ForAll("soup") String soup) {
        String commented = "## Improvements\n\n<!--\n" + soup.replace("-->", "x") + "\n-->\n";
        assertThat(all(commented).insights()).isEmpty();
    }

    @Property(tries = 200)
    void anyTextIsRead(@ForAll String text) {
        assertThat(Explanation.of(all("## What I Learned\n" + text))).isNotEmpty();
    }

    /** {@code text} without what could swallow the sections after it. */
    private static String closed(String text) {
        return text.replace("<", "x").replace("```", "x").replace("~~~", "x").replace("|", "x").replace("[a]: b", "x");
    }

    private static EntryVersion all(String text) {
        return all(Entries.of(text));
    }

    private static EntryVersion all(EntryVersion entry) {
        PatternExtractor til = new PatternExtractor();
        til.setPattern("TIL: (.*)");
        return new GuidanceExtractor().extract(til.extract(Entries.extracted(entry)));
    }
}
