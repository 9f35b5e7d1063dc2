package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Squash commits on merge|Never squash commits on merge",
        "Leave the optimiser off in debug builds|Turn on the optimiser in debug builds",
        "Mock the store, even if this is not fast|Never mock the store, not even if this is slow",
        "Take a snapshot before the upgrade|Take a snapshot after the upgrade",
        "Warm up the cache before switching traffic|Switch traffic before warming up the cache",
        "First bisect, then read the logs|First read the logs, then bisect",
        "Use tabs instead of spaces|Use spaces instead of tabs",
        "Copy from the old table to the new one|Copy from the new table to the old one",
        "Keep retries below 5 s|Keep retries below 5 minutes",
        "Alert at 1% errors over five minutes|Alert at 2 failures over five minutes",
        "Wait three days before deleting|Wait 4 days before deleting",
        "Answer 404 for foreign tenants|Answer 403 for foreign tenants",
        "Log events with `structlog` in workers|Log events with `loguru` in workers",
        "Freeze the lower layers|Unfreeze the lower layers",
        "Use tabs, not spaces|Use spaces",
        "Run the suite in parallel on CI|Run the suite in serial on CI"
    })
    void keepsOppositesAndLookAlikesApart(String a, String b) {
        assertThat(refuses(a, b)).isTrue();
        assertThat(refuses(b, a)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Verify the signature before parsing the body|The signature has to be verified before the body is parsed",
        "Unless the payload is signed, do not trust its user id|Do not trust the user id unless the payload is signed",
        "First write the test, then fix the bug|Fix the bug, but write the test first",
        "Rotate keys by publishing the new key first|When rotating keys, first publish the new key",
        "Mock at the edge, not by patching classes|Mock at the edge but don't do it by patching classes",
        "Wait three days before deleting|Wait 3 days before deleting",
        "Keep p99 below 300 ms|Keep the 99th percentile below 300 milliseconds",
        "Add a `CODEOWNERS` file to the repo|Add a file of code owners to the repository"
    })
    void letsRewordingsThrough(String a, String b) {
        assertThat(refuses(a, b)).isFalse();
        assertThat(refuses(b, a)).isFalse();
    }

    private static boolean refuses(String a, String b) {
        return Guard.refuses(TokenProfile.of(a), TokenProfile.of(b));
    }
}
