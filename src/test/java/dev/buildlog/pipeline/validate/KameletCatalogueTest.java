package dev.buildlog.pipeline.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class KameletCatalogueTest {

    @Test
    void aSectionSaysWhatTheFileSays() {
        SourceFile file = Fixtures.kamelets().stream()
                .filter(f -> f.name().equals("extract-pattern-action.kamelet.yaml"))
                .findFirst()
                .orElseThrow();
        assertThat(KameletCatalogue.markdown(List.of(file))).isEqualTo("""
                # Kamelets

                Generated from the files in `components/`; edit those.

                | Kamelet | Type | Title |
                |---|---|---|
                | [extract-pattern-action](#extract-pattern-action) | action | Extract Pattern Action |

                ## extract-pattern-action

                **Extract Pattern Action** (action). Takes the lines that match a pattern.

                | Property | Type | Default | Required | Description | Example |
                |---|---|---|---|---|---|
                | `pattern` | string |  | yes | A regular expression; group 1 is the insight | `TIL: (.*)` |

                ```yaml
                - to:
                    uri: "kamelet:extract-pattern-action"
                    parameters:
                      pattern: "TIL: (.*)"
                ```
                """);
    }

    @Test
    void theOrderOfFilesDoesNotMatterAndSourcesComeFirst() {
        List<SourceFile> reversed = new ArrayList<>(Fixtures.kamelets());
        Collections.reverse(reversed);
        String page = KameletCatalogue.markdown(reversed);
        assertThat(page).isEqualTo(KameletCatalogue.markdown(Fixtures.kamelets()));
        assertThat(page.indexOf("## journal-source")).isLessThan(page.indexOf("## compare-action"));
        assertThat(page.indexOf("## redact-action")).isLessThan(page.indexOf("## render-sink"));
    }
}
