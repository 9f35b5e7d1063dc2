package dev.buildlog.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a source may have, and which file they are kept in. */
class AddressesTest {

    static Source source(String url) {
        return new Source("Guide", url, SourceType.STANDARD, "api", "", List.of());
    }

    @ParameterizedTest
    @CsvSource({"https://testing.googleblog.com/2015/04/test.html, testing_googleblog_2015_04_test-",
        "https://owasp.org/Top10/A03_2021-Injection/, owasp_Top10_A03_2021_Injection-",
        "https://example.com:8443/a/, example_com_8443_a-", "file:docs/guide.md, docs_guide-",
        "https://ex.org/%2e%2e/%2e%2e, ex_2e_2e_2e_2e-"})
    void theNameOfTheFileIsReadable(String url, String begin) {
        assertThat(CacheName.of(url)).startsWith(begin).matches("[A-Za-z0-9_]*-[0-9a-f]{10}\\.md");
    }

    @Test
    void addressesThatLookAlikeHaveFilesOfTheirOwn() {
        assertThat(Set.of(CacheName.of("https://example.com/path/to/some-doc.pdf"),
                CacheName.of("https://example.org/path/to/some-doc.pdf"),
                CacheName.of("https://example.com/path/to/some-doc?id=2"),
                CacheName.of("https://example.com/path/to/some-doc?id=3"))).hasSize(4);
    }

    @Property(tries = 1_000)
    void noTwoShareAFileAndNoneLeavesTheFolder(@ForAll @Size(max = 20) Set<String> urls) {
        Set<String> names = new HashSet<>();
        urls.forEach(url -> names.add(CacheName.of(url)));
        assertThat(names).hasSameSizeAs(urls).allMatch(name -> name.matches("[A-Za-z0-9_]{0,100}-[0-9a-f]{10}\\.md"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org", "https://example.org/a?b#c", "HTTPS://EXAMPLE.ORG/", "file:docs/a.md",
        "file:///a.md", "http://127.0.0.1:1/a"})
    void sourcesHaveAnAddress(String url) {
        assertThat(source(url).complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "guide.md", "ftp://example.org", "mcp://inline", "https://", "https:example.org",
            "https:// a",
        "https://a\nb", "javascript:x", "https://ann:secret@example.org/", "jar:file:///x!/y"})
    void otherAddressesAreRefused(String url) {
        assertThat(source(url).complaints()).hasSize(1);
    }

    @Test
    void nameAndDomainAreNeeded() {
        assertThat(new Source(" ", "https://example.org", SourceType.BOOK, "", "", List.of()).complaints())
                .satisfiesExactly(one -> assertThat(one).startsWith("name"), one -> assertThat(one).startsWith("domain"));
    }
}
