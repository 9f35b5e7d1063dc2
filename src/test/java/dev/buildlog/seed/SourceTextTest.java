package dev.buildlog.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {

    private static String page(String html) {
        return SourceText.of(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8");
    }

    @Test
    void aPageBecomesMarkdown() {
        assertThat(page("""
                <!doctype html><html><head><title>Guide</title><style>p {}</style><script>alert(1)</script></head><body>
                <nav><ul><li>Home</li></ul></nav>
                <main>
                <h1>API <em>guide</em></h1>
                <p>Rules for <a href="x">lists</a>.<br>And streams.</p>
                <ul>
                  <li><strong>Bound</strong> every <code>list</code> endpoint
                    <ul><li><b>Why:</b> load</li><li>Avoid: all</li></ul>
                  </li>
                  <li><p>Close streams</p><p>at once</p></li>
                </ul>
                <ol><li>First</li></ol>
                <table><tr><th>Rule</th><th>Why</th></tr><tr><td>Pin | versions</td><td>drift</td></tr></table>
                <pre>- no rule
                # none</pre>
                </main><footer>Imprint</footer></body></html>
                """)).isEqualTo("""
                # API guide

                Rules for lists.
                And streams.

                - **Bound** every `list` endpoint

                  - **Why:** load

                  - Avoid: all

                - Close streams

                  at once

                - First

                | Rule | Why |
                |---|---|
                | Pin \\| versions | drift |

                ```
                - no rule
                # none
                ```

                """);
    }

    @Test
    void theRulesOfAPageAreFound() {
        assertThat(GeneratorTest.read(page("<h2>Lists</h2><ul><li>Bound lists<ul><li>Why: load</li></ul></li></ul>"))
                .candidates())
                .singleElement().satisfies(rule -> {
                    assertThat(rule.insight().text()).isEqualTo("Bound lists");
                    assertThat(rule.details().rationale()).isEqualTo("load");
                });
    }

    @Test
    void whatReadersDoNotSeeIsLeftOut() {
        assertThat(page("<p>seen</p><!-- x --><p hidden>h</p><p style='display:none'>h</p><span aria-hidden=true>h</span>"
                + "<template>h</template><noscript>h</noscript>")).isEqualTo("seen\n\n");
    }

    @Test
    void textThatLooksLikeMarkdownStaysText() {
        assertThat(page("<p># no *heading* &lt;script&gt;</p><p>- no item</p><p>1. no item</p><p>1) no</p>"))
                .isEqualTo("\\# no \\*heading\\* \\<script\\>\n\n\\- no item\n\n1\\. no item\n\n1\\) no\n\n");
    }

    @Test
    void hostilePagesEnd() {
        assertThat(page("<div>".repeat(20_000) + "deep")).contains("deep");
        assertThat(page("<table><tr><td>".repeat(3_000) + "deep")).contains("deep");
        assertThat(page("<b>".repeat(3_000) + "deep")).contains("deep");
        assertThat(page("<p>x</p>".repeat(50_000))).hasSize(150_000);
        assertThat(page("<ul><li>".repeat(3_000) + "deep").lines()).allMatch(line -> line.length() < 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<script>document.write('x')</script>", "<img src=x>"})
    void aPageWithoutTextIsRefused(String html) {
        assertThatThrownBy(() -> page(html)).isInstanceOf(BuildlogException.class).hasMessageContaining("shows no text");
    }

    @Test
    void textIsReadInItsCharset() {
        assertThat(SourceText.of("\uFEFFä\r\nb\rc".getBytes(StandardCharsets.UTF_8), "text/plain")).isEqualTo("ä\nb\nc");
        assertThat(SourceText.of("ä".getBytes(StandardCharsets.ISO_8859_1), "text/markdown; charset=\"iso-8859-1\""))
                .isEqualTo("ä");
        assertThat(SourceText.of("<meta charset=iso-8859-1><p>ä".getBytes(StandardCharsets.ISO_8859_1), "text/html"))
                .isEqualTo("ä\n\n");
        assertThatThrownBy(() -> SourceText.of(new byte[] {(byte) 0xFF}, "text/plain")).hasMessageContaining("no text in UTF-8");
        assertThatThrownBy(() -> SourceText.of(new byte[0], "text/plain; charset=x-klingon")).hasMessageContaining("x-klingon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/pdf", "image/png", "text/css", "application/octet-stream; charset=utf-8"})
    void otherTypesAreRefused(String type) {
        assertThatThrownBy(() -> SourceText.of(new byte[0], type)).hasMessageContaining("only Markdown");
    }
}
