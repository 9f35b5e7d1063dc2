package dev.buildlog.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EntryNamePropertyTest {

    @Property(tries = 200)
    void fileNameAndParseAreInverse(@ForAll("names") EntryName name) {
        assertThat(EntryName.parse(name.fileName())).isEqualTo(new EntryName.Parsed.Entry(name));
    }

    @Property(tries = 200)
    void whateverIsTypedGivesANameThatReadsBack(@ForAll("days") LocalDate day, @ForAll String typed) {
        EntryName name = new EntryName(day, EntryName.slugOf(typed));

        assertThat(EntryName.parse(name.fileName())).isEqualTo(new EntryName.Parsed.Entry(name));
        assertThat(name.slug()).doesNotContain("/", ".", " ", "_").isEqualTo(name.slug().strip());
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(LocalDate.of(1, 1, 1).toEpochDay(), LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<EntryName> names() {
        Arbitrary<String> slugs = Arbitraries.strings().filter(s -> s.indexOf('/') < 0 && s.indexOf('\0') < 0);
        return Combinators.combine(days(), slugs).as(EntryName::new);
    }
}
