package dev.buildlog.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryNameTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-10-auth-api.md, 2026-01-10, auth-api",
        "1999-12-31-before-the-window.md, 1999-12-31, before-the-window",
        "0001-01-01-first.md, 0001-01-01, first",
        "9999-12-31-last.md, 9999-12-31, last",
        "2026-01-15-.md, 2026-01-15, ''",
        "2026-01-15-Über uns.md.md, 2026-01-15, Über uns.md",
        "2024-02-29-leap.md, 2024-02-29, leap"
    })
    void readsNames(String fileName, LocalDate date, String slug) {
        assertThat(EntryName.parse(fileName)).isEqualTo(new EntryName.Parsed.Entry(new EntryName(date, slug)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_TEMPLATE.md", "README.md", "2026-01-10.md", "2026-1-10-x.md", "2026-01-10-x.MD",
        "2026-01-10-x.md~", ".2026-01-10-x.md.swp", "x-2026-01-10-x.md", "٢٠٢٦-01-10-x.md", ""})
    void leavesOtherFilesAlone(String fileName) {
        assertThat(EntryName.parse(fileName)).isInstanceOf(EntryName.Parsed.Other.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-99-99-x.md", "2026-02-29-x.md", "2026-00-10-x.md", "0000-01-01-x.md"})
    void saysThatADayDoesNotExist(String fileName) {
        EntryName.Parsed.NoSuchDate bad = (EntryName.Parsed.NoSuchDate) EntryName.parse(fileName);

        assertThat(bad.problem().file()).isEqualTo(fileName);
        assertThat(bad.problem().message()).contains("no day " + fileName.substring(0, 10)).contains("Rename");
    }

    @Test
    void findsTheNameInAPath() {
        assertThat(EntryName.ofPath("docs/journal/2026-01-10-a.md")).contains(new EntryName(LocalDate.of(2026, 1, 10), "a"));
        assertThat(EntryName.ofPath("2026-01-10-a.md")).isPresent();
        assertThat(EntryName.ofPath("2026-01-10-a.md/README.md")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Fix the Login, fix-the-login",
        "snake_case name, snake-case-name",
        "what?!/../etc, whatetc",
        "'  two  ', --two--",
        "Größe ÄNDERN, größe-ändern",
        "日本語 メモ, 日本語-メモ",
        "हिन्दी नोट, हिन्दी-नोट",
        "e\u0301te\u0301, \u00e9t\u00e9",
        "ship it 🚀❤\uFE0F, ship-it-",
        "'!?', ''"
    })
    void makesSlugs(String raw, String slug) {
        assertThat(EntryName.slugOf(raw)).isEqualTo(slug);
    }

    @Test
    void refusesWhatNoFileNameCanHold() {
        LocalDate day = LocalDate.of(2026, 1, 10);
        assertThatIllegalArgumentException().isThrownBy(() -> new EntryName(day, "a/b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new EntryName(day, "a\0b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new EntryName(LocalDate.of(10000, 1, 1), "a"));
    }
}
