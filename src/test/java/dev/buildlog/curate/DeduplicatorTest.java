package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.EntryVersion;
import org.junit.jupiter.api.Test;

class DeduplicatorTest {

    @Test
    void givesEachInsightTheFingerprintOfItsText() {
        EntryVersion entry = new Deduplicator()
                .fingerprint(Samples.entry(Samples.insight("Run tests", "", ""), Samples.insight("Cache tokens", "", "")));
        assertThat(entry.insights())
                .extracting(i -> i.fingerprint())
                .containsExactly(
                        new TokenSimilarity().fingerprint("Run tests"), new TokenSimilarity().fingerprint("Cache tokens"));
    }

    @Test
    void anUnknownBackendIsNamedWithTheKnownOnes() {
        Deduplicator deduplicator = new Deduplicator();
        deduplicator.setBackend("Tokens");
        assertThatThrownBy(() -> deduplicator.fingerprint(Samples.entry()))
                .isInstanceOfSatisfying(BuildlogException.class,
                        e -> assertThat(e.kind()).isEqualTo(BuildlogException.Kind.BAD_CONFIGURATION))
                .hasMessage("unknown similarity backend 'Tokens'; did you mean 'token'? Known: token");
    }
}
