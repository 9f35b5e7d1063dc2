package dev.buildlog.seed;

import dev.buildlog.curate.Gate;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.PersonaRule;
import dev.buildlog.model.Problem;
import dev.buildlog.model.SeedFile;
import dev.buildlog.model.SeedRule;
import dev.buildlog.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Reads the seed files of folders, each again only when its content has changed. */
public final class PersonaShelf {

    private final Map<Path, Book> books = new ConcurrentHashMap<>();

    /**
     * @param hash of the text it was read from
     * @param entries about its rules, in their order
     */
    private record Book(String hash, SeedReader.Salvage read, List<Entry> entries) {

        static Book of(String hash, SeedReader.Salvage read) {
            SeedFile seeds = read.seeds();
            return new Book(hash, read, seeds == null ? List.of() : seeds.rules().stream()
                    .map(rule -> new Entry(SeedId.of(seeds.persona(), rule), objection(rule))).toList());
        }
    }

    /** @param objection what speaks against showing the rule to anyone at all */
    private record Entry(String id, Optional<String> objection) {}

    /** What the files so far say of a persona. */
    private static final class Draft {

        private int version = 1;
        private String description = "";
        private final Map<String, PersonaRule> rules = new LinkedHashMap<>();
        private final List<Path> places = new ArrayList<>();
    }

    /**
     * The personas of {@code folders} as their files are now: every {@code *.yaml} and {@code *.yml}. Of two files for one persona
     * in one folder the first by name counts and the other is a problem.
     *
     * @param folders in order of precedence, the last one wins; one that does not exist counts as empty
     */
    public Personas load(List<Path> folders) {
        Map<String, Draft> drafts = new TreeMap<>();
        Map<String, String> owners = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Path folder : folders) {
            Map<String, Path> here = new HashMap<>();
            for (Path file : files(folder)) {
                Book book = read(file);
                SeedReader.Salvage read = book.read;
                problems.addAll(read.problems());
                SeedFile seeds = holds(read) ? read.seeds() : null;
                Path first = seeds == null ? null : here.putIfAbsent(seeds.persona(), file);
                if (first != null) {
                    problems.add(new Problem(file.toString(), 0, 0, "is for the persona " + seeds.persona() + " as is "
                            + first.getFileName() + ", which counts: put their rules into one file"));
                } else if (seeds != null) {
                    add(drafts.computeIfAbsent(seeds.persona(), name -> new Draft()), file, book, owners, problems);
                }
            }
        }
        Map<String, Persona> byName = new TreeMap<>();
        drafts.forEach((name, draft) -> byName.put(name, new Persona(name, draft.version, draft.description,
                draft.rules.values().stream().filter(rule -> rule.seed().active()).toList(), draft.places)));
        return new Personas(byName, List.copyOf(problems));
    }

    /** Whether a file says anything about a persona: one that is wrong from end to end does not. */
    private static boolean holds(SeedReader.Salvage read) {
        return read.seeds() != null && !(read.seeds().rules().isEmpty() && !read.problems().isEmpty());
    }

    /** @param owners persona of each id so far */
    private static void add(Draft draft, Path file, Book book, Map<String, String> owners, List<Problem> problems) {
        SeedFile seeds = Objects.requireNonNull(book.read.seeds());
        draft.version = seeds.version();
        draft.description = seeds.description().isBlank() || Gate.blemish(seeds.description()).isPresent()
                ? draft.description : seeds.description();
        draft.places.add(file);
        Map<String, Integer> here = new HashMap<>();
        for (int i = 0; i < seeds.rules().size(); i++) {
            SeedRule rule = seeds.rules().get(i);
            String id = book.entries.get(i).id;
            int line = book.read.lines().get(i);
            Integer first = here.putIfAbsent(id, line);
            String owner = owners.getOrDefault(id, seeds.persona());
            Optional<String> objection = book.entries.get(i).objection;
            if (first != null) {
                problems.add(new Problem(file.toString(), line, 0, "has the id " + id + " as has line " + first
                        + ", which counts: give one of them another id"));
            } else if (!owner.equals(seeds.persona())) {
                problems.add(new Problem(file.toString(), line, 0, "has the id " + id + ", which is that of a rule of " + owner
                        + ": give it another id, or put it into a file for that persona"));
            } else if (objection.isPresent()) {
                problems.add(new Problem(file.toString(), line, 0, "is shown to nobody: it " + objection.get()));
            } else {
                owners.put(id, seeds.persona());
                draft.rules.put(id, new PersonaRule(id, seeds.persona(), rule));
            }
        }
    }

    private static Optional<String> objection(SeedRule rule) {
        return Stream.of(rule.rule(), rule.category(), rule.context(), rule.antipattern(), rule.rationale())
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .flatMap(text -> Gate.blemish(text).stream()).findFirst();
    }

    private Book read(Path file) {
        String text;
        try {
            text = Confined.text(file).orElse("");
        } catch (BuildlogException e) {
            books.remove(file);
            return Book.of("", new SeedReader.Salvage(null, List.of(), List.of(new Problem(file.toString(), 0, 0,
                    String.valueOf(e.getMessage())))));
        }
        String hash = Sha256.of(text);
        return books.compute(file, (path, book) -> book != null && book.hash().equals(hash) ? book
                : Book.of(hash, SeedReader.salvage(file.toString(), text)));
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
