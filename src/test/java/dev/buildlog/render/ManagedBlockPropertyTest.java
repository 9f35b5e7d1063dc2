package dev.buildlog.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The laws of the managed block, over texts of any encoding, line endings and Markdown. */
class ManagedBlockPropertyTest {

    @Property(tries = 200)
    void removeAfterWriteGivesTheFileBack(@ForAll("texts") String text, @ForAll("bodies") String body) {
        if (apply(text, body) instanceof FileChange.Written written) {
            assertThat(written.content()).isNotEqualTo(text.getBytes(ISO_8859_1));
            FileChange removed = apply(text(written.content()), "");
            if (removed instanceof FileChange.Removed back) {
                assertThat(back.content()).isEqualTo(text.getBytes(ISO_8859_1));
            } else {
                assertThat(removed).isInstanceOf(FileChange.FileRemoved.class);
                assertThat(text).isIn("", "\u00EF\u00BB\u00BF");
            }
        }
    }

    @Property(tries = 200)
    void renderingTwiceChangesNothing(@ForAll("texts") String text, @ForAll("bodies") String body) {
        if (apply(text, body) instanceof FileChange.Written written) {
            assertThat(apply(text(written.content()), body)).isInstanceOf(FileChange.Unchanged.class);
        }
    }

    @Property(tries = 10_000)
    void bytesOutsideNeverChange(
            @ForAll("texts") String above,
            @ForAll("texts") String below,
            @ForAll("bodies") String first,
            @ForAll("bodies") String second) {
        if (above.contains("<<<<<<<") || !(apply(above, first) instanceof FileChange.Written start)) {
            return; // a conflict that ends below the block covers it and is resolved with it
        }
        String file = text(start.content()) + (text(start.content()).endsWith("->") ? "\n" : "") + below;
        if (apply(file, second) instanceof FileChange.Written changed) {
            String now = text(changed.content());
            assertThat(outside(now)).isEqualTo(outside(file));
            assertThat(changed.lost()).isEmpty();
        }
    }

    /** Most texts are rendered: the laws above would hold for a block that refuses everything. */
    @Property(tries = 200)
    void onlyAnOpenFenceIsRefused(@ForAll("texts") String text, @ForAll("bodies") String body) {
        if (apply(text, body) instanceof FileChange.Refused refused) {
            assertThat(refused.problem().message()).contains("code fence");
            assertThat(text).containsAnyOf("```", "~~~");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> line = Arbitraries.oneOf(
                Arbitraries.of("", " ", "# Title", "- item", "  - deep", "```", "~~~~", "    code", "> quote",
                        "=======",
                        "<<<<<<< HEAD", ">>>>>>> b", "text <!-- buildlog:end -->", "<div>", "1. one", "---", "\t"),
                Arbitraries.strings().withCharRange('\u0020', '\u00FF').excludeChars('\u0085').ofMaxLength(8));
        Arbitrary<String> ending = Arbitraries.frequency(Tuple.of(4, "\n"), Tuple.of(3, "\r\n"), Tuple.of(1, "\r"));
        Arbitrary<String> lines = Arbitraries.entries(line, ending).list().ofMaxSize(8).map(entries -> {
            StringBuilder text = new StringBuilder();
            entries.forEach(e -> text.append(e.getKey()).append(e.getValue()));
            return text.toString();
        });
        Arbitrary<String> bom = Arbitraries.frequency(Tuple.of(5, ""), Tuple.of(1, "\u00EF\u00BB\u00BF"));
        Arbitrary<String> last = Arbitraries.frequency(Tuple.of(2, ""), Tuple.of(1, "end"));
        return Combinators.combine(bom, lines, last).as((b, text, l) -> b + text + l)
                .filter(text -> !text.startsWith("\u00FE\u00FF") && !text.startsWith("\u00FF\u00FE"));
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.of("- Keep it small", "# A\n\n- Grün → gut", "- Use `x`").list().ofMinSize(1).ofMaxSize(3)
                .map(lines -> String.join("\n", lines) + "\n");
    }

    private static FileChange apply(String file, String body) {
        return ManagedBlock.apply("AGENTS.md", file.getBytes(ISO_8859_1), body, "pol-0123456789");
    }

    private static String text(byte[] content) {
        return new String(content, ISO_8859_1);
    }

    private static String outside(String file) {
        int from = file.indexOf("<!-- buildlog:begin");
        int to = file.indexOf("<!-- buildlog:end -->", from);
        return file.substring(0, from) + "|" + file.substring(to);
    }
}
