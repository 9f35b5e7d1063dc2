package dev.buildlog.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MarkedPartPropertyTest {

    private static final String BODY = "one\n\ntwo";

    @Property(tries = 500)
    void takingOutGivesBackTheText(@ForAll("texts") String text, @ForAll("parts") MarkedPart part) {
        String with = part.put("f", text, BODY);

        assertThat(part.state("f", with, BODY)).isEqualTo(MarkedPart.State.CURRENT);
        assertThat(part.put("f", with, BODY)).isEqualTo(with);
        assertThat(part.take("f", with)).isEqualTo(text);
    }

    @Property(tries = 500)
    void anotherVersionTakesTheSamePlace(@ForAll("texts") String text, @ForAll("parts") MarkedPart part) {
        String old = part.put("f", text, "an older text");

        assertThat(part.state("f", old, BODY)).isEqualTo(MarkedPart.State.OUTDATED);
        assertThat(part.put("f", old, BODY)).isEqualTo(part.put("f", text, BODY));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> line = Arbitraries.strings().withChars("ab #é\t").ofMaxLength(6);
        return Combinators.combine(line.list().ofMaxSize(5), Arbitraries.of("\n", "\r\n"), Arbitraries.of(true, false))
                .as((lines, end, ended) -> String.join(end, lines) + (ended && !lines.isEmpty() ? end : ""))
                // a script of one line without its line end gets one, for nothing can stand behind it otherwise
                .filter(text -> !text.equals("#!/bin/sh"));
    }

    @Provide
    Arbitrary<MarkedPart> parts() {
        return Arbitraries.of(MarkedPart.WORKFLOW, MarkedPart.LINES, MarkedPart.SCRIPT);
    }

    @Test
    void aChangeByHandIsSeen() {
        String with = MarkedPart.WORKFLOW.put("f", "# Mine\n", BODY);

        assertThat(MarkedPart.WORKFLOW.state("f", with.replace("two", "three"), BODY)).isEqualTo(MarkedPart.State.EDITED);
    }

    @Test
    void aSectionOfThePythonToolIsReplaced() {
        String text = "# Mine\n\n<!-- buildlog:workflow:start -->\nold\n<!-- buildlog:workflow:end -->\nbelow\n";

        assertThat(MarkedPart.WORKFLOW.state("f", text, BODY)).isEqualTo(MarkedPart.State.OUTDATED);
        assertThat(MarkedPart.WORKFLOW.put("f", text, BODY)).startsWith("# Mine\n\n<!-- buildlog:workflow:start ")
                .endsWith("two\n<!-- buildlog:workflow:end -->\nbelow\n").doesNotContain("old");
    }

    @Test
    void linesOfAScriptComeFirst() {
        assertThat(MarkedPart.SCRIPT.put("f", "#!/bin/sh\nexit 0\n", "x")).startsWith("#!/bin/sh\n# buildlog: begin ")
                .endsWith("\nx\n# buildlog: end\nexit 0\n");
    }

    @Test
    void markersThatMakeNoPartAreRefusedWithTheirLine() {
        assertThatThrownBy(() -> MarkedPart.LINES.state("f", "a\n# buildlog: begin\nb\n", BODY))
                .isInstanceOf(BuildlogException.class).hasMessageStartingWith("f:2").hasMessageContaining("has no end");
        assertThatThrownBy(() -> MarkedPart.LINES.take("f", "a\n# buildlog: end\n")).hasMessageStartingWith("f:2");
        assertThatThrownBy(() -> MarkedPart.LINES.put("f", MarkedPart.LINES.put("f", "", BODY) + "# buildlog: begin\n", BODY))
                .hasMessageContaining("second part");
    }
}
