package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog service logs}. */
@Command(name = "logs", description = {
    "Print the end of the log of this home.",
    "Example: buildlog service logs -f"})
final class ServiceLogs extends Verb {

    private static final int LOOK_MS = 200;
    private static final int MOST = 1 << 20;

    @Option(names = {"-n", "--lines"}, paramLabel = "N", description = "How many lines. Default: 50.")
    private int lines = 50;

    @Option(names = {"-f", "--follow"}, description = "Go on with what is added, until interrupted.")
    private boolean follow;

    @Override
    int run(Workplace here) throws IOException, InterruptedException {
        Path log = Logging.file(here.home());
        if (Files.notExists(log)) {
            throw new BuildlogException("there is no log yet at " + log + ": no service has run on this home");
        }
        long end = Files.size(log);
        Background.tail(log, Math.max(0, lines)).forEach(line -> here.out().println(Printable.line(line)));
        here.out().flush();
        while (follow) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
            // a log that was put aside for a new one begins again
            end = Files.exists(log) && Files.size(log) < end ? 0 : end;
            end += more(here, log, end);
            if (here.out().checkError()) {
                return ExitCode.DONE;
            }
        }
        return ExitCode.DONE;
    }

    /** Prints whole lines from {@code from} on; how many bytes they are. */
    private static int more(Workplace here, Path log, long from) throws IOException {
        if (Files.notExists(log)) {
            return 0;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(MOST, Math.max(0, file.length() - from))];
            file.seek(from);
            file.readFully(bytes);
            int whole = bytes.length;
            while (whole > 0 && bytes[whole - 1] != '\n') {
                whole--;
            }
            here.out().print(Printable.text(new String(bytes, 0, whole, StandardCharsets.UTF_8)));
            return whole;
        }
    }
}
