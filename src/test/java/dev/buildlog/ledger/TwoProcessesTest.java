package dev.buildlog.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoProcessesTest {

    private static final int PROCESSES = 2;

    @Test
    void recordingAtOnceIntoANewLedgerLosesNothing(@TempDir Path together, @TempDir Path alone) throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int number = 0; number < PROCESSES; number++) {
            processes.add(start(together, number));
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).as(new String(process.getInputStream().readAllBytes())).isZero();
        }
        Set<String> inOneProcess;
        try (TestLedger live = TestLedger.open(alone)) {
            for (int number = 0; number < PROCESSES; number++) {
                for (int i = 0; i < RecordingProcess.ENTRIES; i++) {
                    RecordingProcess.record(live, number, i);
                }
            }
            inOneProcess = live.folds();
        }
        try (TestLedger live = TestLedger.open(together)) {
            assertThat(live.count("holding")).isEqualTo(PROCESSES * RecordingProcess.ENTRIES);
            assertThat(live.folds()).isEqualTo(inOneProcess);
            assertThat(live.rebuild()).isEmpty();
        }
    }

    private static Process start(Path home, int number) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-cp", System.getProperty("java.class.path"), RecordingProcess.class.getName(), home.toString(),
                        Integer.toString(number))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .start();
    }
}
