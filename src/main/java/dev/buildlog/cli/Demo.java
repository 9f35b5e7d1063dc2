package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A sample repository and a home of its own, both temporary, for a first look. */
record Demo(Workplace workplace, Path repository) {

    private static final String FOLDER = "/demo/buildlog/";

    /** A jar lists no folders, so the names of the sample entries stand in a file. */
    private static final String NAMES = "/demo/entries.txt";

    /** Makes both below {@code base}, filled with the sample journal. */
    static Demo create(Workplace here, Path base) throws IOException {
        Path repository = Files.createDirectories(base.resolve("shop"));
        ProjectRoot.mark(repository);
        Path journal = Files.createDirectories(repository.resolve("buildlog"));
        for (String name : resource(NAMES).lines().toList()) {
            Files.writeString(journal.resolve(name), resource(FOLDER + name));
        }
        Path home = Files.createDirectories(base.resolve("home"));
        // nobody is there to promote anything, and what is written is to be seen, whether a draw would choose it or not
        Files.writeString(home.resolve("config.yaml"), "publish:\n  auto: low\n  k: 100\n  hold_out: 0\n");
        Map<String, String> environment = new HashMap<>(here.environment());
        environment.put("BUILDLOG_HOME", home.toString());
        return new Demo(new Workplace(repository, home, here.install(), environment, here.options(), here.in(), here.out(),
                here.err(), here.clock(), here.verbosity()), repository);
    }

    /** Shows what was rendered, and what to try next. */
    void tell(Workplace here) throws IOException, InterruptedException {
        Path agents = repository.resolve("AGENTS.md");
        for (int i = 0; i < 300 && !Files.exists(agents); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        if (Files.exists(agents)) {
            here.out().println();
            here.out().println("--- " + agents);
            here.out().println(Files.readString(agents));
            here.out().println("---");
        }
        here.out().println("Edit, add or delete a file in " + repository.resolve("buildlog") + " and look at "
                + agents.getFileName() + " again. Ctrl-C stops the demo.");
        here.out().flush();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Demo.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new BuildlogException("this build lacks its sample journal (" + name + ")");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
