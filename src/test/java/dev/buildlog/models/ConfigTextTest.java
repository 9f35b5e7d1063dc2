package dev.buildlog.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eclipse.jgit.lib.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTextTest {

    @Test
    void readsWhatGitWrites() {
        assertThat(read("""
                # comment
                [core]
                \tbare = false
                \trepositoryFormatVersion = 0 ; comment
                [Remote "My.Origin"]
                \tURL = https://example.org/a.git
                \tfetch = +refs/heads/*:refs/remotes/origin/*
                \tfetch = second
                [branch "a\\"b\\\\c"] merge = refs/heads/main
                [old.Style]
                key
                """)).containsExactly(
                "core.bare=false", "core.repositoryformatversion=0",
                "remote.My.Origin.url=https://example.org/a.git",
                "remote.My.Origin.fetch=+refs/heads/*:refs/remotes/origin/*", "remote.My.Origin.fetch=second",
                "branch.a\"b\\c.merge=refs/heads/main", "old.style.key=true");
    }

    @Test
    void readsEveryKindOfValue() {
        assertThat(read("[a]\r\nx = \" two  words \" ;c\r\ny=a\\\r\nb\nz = C:\\\\dir\\tq \\\"w\\\" \nq=\"a#b\"c  #d\ne =\nf = g"))
                .containsExactly("a.x= two  words ", "a.y=ab", "a.z=C:\\dir\tq \"w\"", "a.q=a#bc", "a.e=", "a.f=g");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[a|line 1: a section does not end",
        "[a b]|line 1: the section does not end with ]",
        "[a]\\n[remote \"x\\n|line 2: the name of a sub-section does not end",
        "[]|line 1: a section has no name",
        "x = 1|line 1: x stands before the first section",
        "[a]\\nx = \"1\\n|line 2: a quotation mark is missing",
        "[a]\\nx = \\q|line 2: \\q means nothing",
        "[a]\\nx y|line 2: there is no = after x",
        "[a]\\n= y|line 2: a key has no name"
    })
    void saysWhichLineIsWrong(String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(text.replace("\\n", "\n")))
                .withMessageStartingWith(message.replace("\\n", "\n"));
    }

    @Property(tries = 200)
    void agreesWithJGitOnWhatJGitWrites(@ForAll String name, @ForAll String value) {
        // in the name of a sub-section git knows no escapes but those of quote and backslash
        String plain = "x" + name.replaceAll("\\p{Cntrl}", "");
        String writable = value.replace("\0", "").replace("\r", "");
        Config config = new Config();
        config.setString("remote", plain, "url", writable);

        assertThat(read(config.toText())).containsExactly("remote." + plain + ".url=" + writable);
    }

    private static List<String> read(String text) {
        List<String> read = new ArrayList<>();
        new ConfigText(text, (key, value) -> read.add(key + "=" + value)).read();
        return read;
    }
}
