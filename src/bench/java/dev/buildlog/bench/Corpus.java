package dev.buildlog.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;

/** Synthetic entries: those of {@code ../shared/tools/gen_corpus.py} where it is there, else plainer ones made here. */
final class Corpus {

    private static final long SEED = 1;

    private final Optional<Path> generator = generator();

    /** Why the entries are plainer than they should be; empty where they are not. */
    Optional<String> shortcoming() {
        return generator.isPresent()
                ? Optional.empty()
                : Optional.of("the journals of gen_corpus.py, which is not beside this project or lacks Python 3;"
                        + " plainer entries stand in, so no figure can be held against an aim");
    }

    /** Writes {@code entries} files into {@code folder}: for one number always the same. */
    void write(int entries, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        if (generator.isPresent()) {
            Child.run(new ProcessBuilder("python3", generator.get().toString(), String.valueOf(entries),
                    folder.toString(), "--seed", String.valueOf(SEED)));
            return;
        }
        Wording wording = new Wording(SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < entries; i++) {
            LocalDate day = LocalDate.of(2016, 1, 4).plusDays(i / 3);
            Files.writeString(folder.resolve(day + "-entry-" + i + ".md"), entry(wording, random, i));
        }
    }

    /** One plain entry: four categories with two to four learnings each, and text around them. */
    static String entry(Wording wording, Random random, int number) {
        StringBuilder text = new StringBuilder("# Entry " + number + "\n\n## The Goal\n\n"
                + "Nobody could say which path was in use.\n\n## The Journey\n\n```\nError: code 7 at line 12\n```\n\n"
                + "**The fix:** the smallest change that showed whether the idea held.\n\n## Improvements\n");
        for (String category : new String[] {"Architectural", "Workflow", "Tool Usage", "Domain Knowledge"}) {
            text.append("\n### ").append(category).append("\n\n");
            for (int bullet = 2 + random.nextInt(3); bullet > 0; bullet--) {
                text.append("- ").append(wording.next()).append("\n");
            }
        }
        return text.toString();
    }

    private static Optional<Path> generator() {
        try {
            Child.run(new ProcessBuilder("python3", "--version"));
        } catch (UncheckedIOException | IllegalStateException | IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared/tools/gen_corpus.py");
            if (Files.isRegularFile(found)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
