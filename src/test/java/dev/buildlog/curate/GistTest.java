package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GistTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Close the reader in a finally block, otherwise the handle leaks.|Close the reader in a finally block",
        "Give each worker its own connection because the driver locks.|Give each worker its own connection",
        "Name the owner of each alert; nobody felt responsible.|Name the owner of each alert",
        "Pin the base image by digest. We lost a day to a moved tag.|Pin the base image by digest",
        "Keep the importer idempotent, a crash at night replayed half of the file.|Keep the importer idempotent, a crash at night replayed half of the file.",
        "Always keep the importer idempotent, a crash replayed half of the file.|Always keep the importer idempotent",
        "After a schema change, regenerate the client code, the old one hid a field.|After a schema change, regenerate the client code",
        "Since browsers cap connections, bundle the small API calls.|bundle the small API calls.",
        "Since Go 1.22, each loop has its own variable.|Since Go 1.22, each loop has its own variable.",
        "Use `dynamic: strict; really` for every new index — surprises were costly.|Use `dynamic: strict; really` for every new index",
        "Den Index nach dem Laden neu bauen, weil er sonst jede Zeile bremst.|Den Index nach dem Laden neu bauen"
    })
    void isTheAdviceWithoutItsReason(String text, String gist) {
        assertThat(Gist.of(text)).isEqualTo(gist);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Run tests, linters and the type check before each commit",
        "Flutter: dispose controllers in `dispose()`",
        "Retry twice, then give up",
        "Prefer composition, not inheritance, for handlers",
        "外部からの入力は必ず検証する。理由は事故。"
    })
    void leavesWholeWhatIsAllAdvice(String text) {
        assertThat(Gist.of(text)).isEqualTo(text);
    }

    @Property(tries = 300)
    void isAlwaysAPartOfTheText(@ForAll String text) {
        assertThat(text).contains(Gist.of(text));
    }
}
