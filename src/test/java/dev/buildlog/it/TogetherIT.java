package dev.buildlog.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service and several commands at once on one home and one repository. */
class TogetherIT {

    private static final int ENTRIES = 60;

    @TempDir
    Path folder;

    @Test
    void aServiceAndCommandsAtOnce() {
        try (Machine machine = Machine.in(folder)) {
            Repository repository = Repository.at(folder.resolve("shop"));
            // the home is made by three processes at the same moment
            List<Started> commands = new ArrayList<>(List.of(machine.begin(repository.root(), "sync"),
                    machine.begin(repository.root(), "distill")));
            ServiceProcess service = machine.serve(repository.root());
            for (int i = 0; i < ENTRIES; i++) {
                repository.write("2026-03-01-work-" + i + ".md", Repository.text("Count shelf " + i + " on Friday"));
                if (i % 20 == 19) {
                    commands.add(machine.begin(repository.root(), "sync"));
                    commands.add(machine.begin(repository.root(), "distill"));
                }
            }
            for (Started command : commands) {
                assertThat(Machine.finish(command)).extracting(Run::code, Run::err).containsExactly(0, "");
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> IntStream.range(0, ENTRIES)
                    .allMatch(i -> repository.agents().contains("Count shelf " + i + " ")));
            assertThat(machine.run(repository.root(), "distill").json().at("/statistics/total_patterns").asInt())
                    .isEqualTo(ENTRIES);
            assertThat(service.health().at("/dead_letters").asInt()).isZero();
            assertThat(service.errText()).doesNotContain("WARN", "ERROR");
            assertThat(service.stop().code()).isEqualTo(143);
            assertThat(machine.result(repository.root(), "rebuild")).contains("identical");
        }
    }
}
