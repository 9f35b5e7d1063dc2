package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbbreviationsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Open the PR early|Open the pull request early",
        "Keep PRs small|Keep pull requests small",
        "Use a CDN w/ TLS|Use a content delivery network with TLS",
        "cd into the repo first|cd into the repository first",
        "Run `kubectl get pr` in prod|Run `kubectl get pr` in production",
        "The DB-migration of k8s.io|The DB-migration of k8s.io",
        "Pay $5 for the VM|Pay $5 for the virtual machine"
    })
    void areSpeltOutWhereTheyStandAsWords(String text, String spelt) {
        assertThat(Abbreviations.spelt(text)).isEqualTo(spelt);
    }

    @Test
    void haveOneMeaningEach() {
        Map<String, Long> uses = Abbreviations.ALL.stream()
                .flatMap(abbreviation -> abbreviation.forms().stream())
                .collect(Collectors.groupingBy(form -> form, Collectors.counting()));
        assertThat(uses.values()).containsOnly(1L);
    }
}
