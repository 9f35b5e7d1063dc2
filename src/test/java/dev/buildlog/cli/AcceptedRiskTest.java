package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Findings that a person lives with for a while. */
class AcceptedRiskTest extends ReviewedRepository {

    @Test
    void anAcceptedRiskPassesUntilItsDayAndIsToldOnce() throws IOException {
        String run = answer("gauntlet", "loop", "src", "--json").path("run").asText();
        JsonNode review = hand(run, "[" + finding("major", "The key AKIAIOSFODNN7EXAMPLE is in the code", "") + ","
                + finding("minor", "A name", "") + "]");
        assertThat(run("gauntlet", "check")).isEqualTo(ExitCode.FAILED);
        String major = review.at("/findings/0/fingerprint").asText();
        String[] words = {"gauntlet", "accept-risk", "--run", run, "--who", "Ann", "--why", "It is a sample", "--until",
            "2026-03-31", "--json"};
        assertThat(answer(plus(words, major)).path("findings")).hasSize(1);
        assertThat(run("gauntlet", "check")).as("the minor is open").isEqualTo(ExitCode.FAILED);

        Path bin = Files.createDirectories(folder.resolve("bin"));
        environment.put("PATH", bin.toString());
        assertThat(run(plus(words, "--github"))).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("'gh' is not on the PATH", "The risk is accepted");
        environment.put("PATH", System.getenv("PATH"));
        assertThat(run("gauntlet", "check")).as(out()).isEqualTo(ExitCode.DONE);

        gh(bin, "PUBLIC");
        environment.put("PATH", bin + ":" + System.getenv("PATH"));
        assertThat(run(plus(words, "--github"))).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("add --public");
        assertThat(answer(plus(words, "--github", "--public")).path("issue").asText())
                .isEqualTo("https://github.com/ann/shop/issues/1");
        assertThat(answer(plus(words, "--github", "--public")).path("issue").asText()).endsWith("/1");
        words[6 + 1] = "It is another sample";
        assertThat(answer(plus(words, "--github", "--public")).path("issue").asText()).as("found by its mark").endsWith("/1");
        assertThat(Files.readString(bin.resolve("created"))).isEqualTo("1\n");
        assertThat(Files.readString(bin.resolve("body"))).contains("accepted by Ann until 2026-03-31", "[REDACTED:")
                .doesNotContain("AKIAIOSFODNN7EXAMPLE");
        words[9] = "2026-03-01";
        assertThat(run(words)).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("which is over");
    }

    @Test
    void whatIsNotSaidOfARiskIsFilledInAndTold() throws IOException {
        String run = answer("gauntlet", "loop", "src", "--json").path("run").asText();
        hand(run, "[" + finding("major", "A loop without an end", "") + "]");
        JsonNode said = answer("gauntlet", "accept-risk", "--json");
        assertThat(said.path("run").asText()).isEqualTo(run);
        assertThat(said.path("assumed").properties()).extracting(Map.Entry::getKey).containsExactly("who", "why", "until");
        assertThat(said.path("who").asText()).isNotEmpty().isEqualTo(said.at("/assumed/who").asText());
        assertThat(LocalDate.parse(said.path("until").asText())).isEqualTo(
                LocalDate.parse(said.at("/assumed/until").asText()));
        assertThat(run("gauntlet", "check")).isEqualTo(ExitCode.DONE);

        JsonNode all = answer("gauntlet", "accept-risk", "--who", "Ann", "--why", "behind a flag", "--until",
                said.path("until").asText(), "--json");
        assertThat(all.path("assumed")).isEmpty();
        assertThat(run("gauntlet", "accept-risk", "--who", "Ann")).isEqualTo(ExitCode.DONE);
        assertThat(err()).contains("Nothing was said of why, until: say it with --why, --until");
    }

    private static String[] plus(String[] words, String... more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** A program that answers as gh does, with one tracker in its folder. */
    private static void gh(Path bin, String visibility) throws IOException {
        Path gh = bin.resolve("gh");
        Files.writeString(gh, """
                #!/bin/sh
                cd "%s"
                case "$1 $2" in
                  "repo view") echo '{"visibility": "%s"}';;
                  "label create") ;;
                  "issue list") if [ -f body ]; then mark=$(grep -o 'buildlog-risk-[0-9a-f]*' body)
                      echo "[{\\"url\\": \\"https://github.com/ann/shop/issues/1\\", \\"body\\": \\"$mark\\"}]"; else echo '[]'; fi;;
                  "issue create") cat > body; echo 1 >> created; echo https://github.com/ann/shop/issues/1;;
                  *) echo "unknown: $*" >&2; exit 2;;
                esac
                """.formatted(bin, visibility));
        Files.setPosixFilePermissions(gh, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
