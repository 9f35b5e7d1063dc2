package dev.buildlog.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service in the background, where neither systemd nor launchd keeps it. */
class BackgroundIT {

    @Test
    void itIsStartedServesCommandsAndIsStopped(@TempDir Path folder) {
        Repository repository = Repository.at(folder.resolve("shop"));
        repository.write("2026-03-01-parser.md", Repository.text("Pin the grammar before upgrading the parser"));
        try (Machine machine = Machine.in(folder).with("BUILDLOG_HTTP_PORT", "0")) {
            assertThat(machine.run(repository.root(), "service", "status").code()).isEqualTo(1);
            try {
                assertThat(machine.result(repository.root(), "service", "start"))
                        .startsWith("buildlog listens on http://127.0.0.1:");
                assertThat(machine.result(repository.root(), "service", "start")).startsWith("It runs already");

                JsonNode status = machine.run(repository.root(), "service", "status", "--json").json();
                assertThat(status.get("running").asBoolean()).isTrue();
                assertThat(ProcessHandle.of(status.get("pid").asLong())).isPresent();
                assertThat(machine.run(repository.root(), "experiment", "start", "--json").json().get("session_id").asText())
                        .startsWith("ses-");
                assertThat(machine.result(repository.root(), "service", "logs")).isNotBlank();
            } finally {
                assertThat(machine.result(repository.root(), "service", "stop")).contains("topped");
            }
            assertThat(machine.run(repository.root(), "service", "status").code()).isEqualTo(1);
            assertThat(machine.home().resolve("service.pid")).doesNotExist();
            assertThat(machine.home().resolve("logs/service.log")).exists();
        }
    }

    @Test
    void whatCannotStartSaysWhy(@TempDir Path folder) {
        Repository repository = Repository.at(folder.resolve("shop"));
        try (Machine machine = Machine.in(folder).with("BUILDLOG_HTTP_PORT", "0")) {
            Run run = machine.with("BUILDLOG_HTTP_HOST", "0.0.0.0").run(repository.root(), "service", "start");
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("does not listen", "service.log");
        }
    }
}
