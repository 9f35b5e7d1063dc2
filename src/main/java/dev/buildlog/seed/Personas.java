package dev.buildlog.seed;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Problem;
import dev.buildlog.model.SeedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The personas of some folders, all of them together: a folder hides nothing of another but the personas it has itself.
 *
 * @param byName seed file of each persona
 * @param places file of each persona
 * @param problems files that take no part, and why
 */
public record Personas(Map<String, SeedFile> byName, Map<String, Path> places, List<Problem> problems) {

    /** Folder of a checkout's own seed files, below its root. */
    public static final String OWN = ".buildlog/seeds";

    /** Folder of the seed files that other producers brought, below the home. */
    public static final String BROUGHT = "seeds";

    private static final String SHIPPED = "components/personas";

    /**
     * Reads every {@code *.yaml} and {@code *.yml} of the folders. A persona of a later folder replaces the one of the same
     * name in an earlier folder, whole; of two files for one persona in one folder the first by name counts and the other is a
     * problem.
     *
     * @param folders in order of precedence, the last one wins; one that does not exist counts as empty
     */
    public static Personas load(List<Path> folders) {
        Map<String, SeedFile> byName = new TreeMap<>();
        Map<String, Path> places = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Path folder : folders) {
            Map<String, Path> here = new TreeMap<>();
            for (Path file : files(folder)) {
                SeedFile seeds = read(file, problems);
                Path first = seeds == null ? null : here.putIfAbsent(seeds.persona(), file);
                if (first != null) {
                    problems.add(new Problem(file.toString(), 0, 0, "is for the persona " + seeds.persona() + " as is "
                            + first.getFileName() + ", which counts: put their rules into one file"));
                } else if (seeds != null) {
                    byName.put(seeds.persona(), seeds);
                    places.put(seeds.persona(), file);
                }
            }
        }
        return new Personas(byName, places, List.copyOf(problems));
    }

    /**
     * The folders whose personas serve a checkout, in order of precedence: the shipped ones, those that
     * other producers brought, the home's, the checkout's own.
     *
     * @param install folder of the shipped {@code components}
     */
    public static List<Path> folders(Path install, Path home, Path root) {
        return List.of(install.resolve(SHIPPED), home.resolve(BROUGHT), home.resolve(SHIPPED), root.resolve(OWN));
    }

    private static @Nullable SeedFile read(Path file, List<Problem> problems) {
        try {
            SeedReader.Reading reading = SeedReader.read(file.toString(), Confined.text(file).orElse(""));
            problems.addAll(reading.problems());
            return reading.seeds();
        } catch (BuildlogException e) {
            problems.add(new Problem(file.toString(), 0, 0, e.getMessage()));
            return null;
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[^.].*\\.ya?ml"))
                    .filter(file -> !Files.isSymbolicLink(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, "cannot list the seed files in " + folder + ": "
                    + e.getMessage(), e);
        }
    }
}
