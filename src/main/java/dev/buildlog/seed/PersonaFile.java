package dev.buildlog.seed;

import dev.buildlog.curate.Similarity;
import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.SeedFile;
import dev.buildlog.model.SeedRule;
import dev.buildlog.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The seed file of a persona in a folder: what a person has written into it is not lost. */
public final class PersonaFile {

    private static final int DIGITS = 8;

    private final PersonaName persona;
    private final Path file;

    /** What to do with a file that is there. */
    public enum Mode {
        /** Replace it if it is as it was generated, and from no other sources; otherwise refuse. */
        CAREFUL,
        /** Keep its rules as they are and add those it does not have. */
        MERGE,
        /** Replace it, whatever it holds. */
        REPLACE
    }

    /**
     * What would be written.
     *
     * @param file where
     * @param seeds what the file is to hold
     * @param changed whether that differs from what is there
     * @param before the text that is there; empty where there is no file
     * @param backup where the text that is there is kept; empty where nothing of a person's is replaced
     */
    public record Plan(Path file, SeedFile seeds, boolean changed, Optional<String> before, Optional<Path> backup) {}

    /**
     * @param root root of the checkout, whose own folder of seed files is meant where {@code folder} is null
     * @param folder another folder; need not be there
     * @throws BuildlogException if a link in the way could lead elsewhere
     */
    public PersonaFile(Path root, @Nullable Path folder, PersonaName persona) {
        this.persona = persona;
        String name = persona.value() + ".yaml";
        this.file = folder == null
                ? Confined.below(root, root.resolve(Personas.OWN).resolve(name))
                : Confined.below(folder, folder.resolve(name));
    }

    /**
     * Decides what to write, without writing.
     *
     * @param rules the rules of this run; at least one
     * @param similarity tells which rules of a merge say the same
     * @throws BuildlogException if there is no rule, or if what is there must not be replaced in this mode
     */
    public Plan plan(List<SeedRule> rules, Mode mode, Similarity similarity) {
        if (rules.isEmpty()) {
            throw new BuildlogException("there is not one rule to write, so " + file + (Files.exists(file)
                    ? " stays as it is" : " is not written"));
        }
        Optional<String> before = Confined.text(file);
        if (before.isEmpty()) {
            return new Plan(file, new SeedFile(persona.value(), 1, rules), true, before, Optional.empty());
        }
        boolean generated = SeedWriter.isAsGenerated(before.get());
        SeedReader.Reading reading = SeedReader.read(file.toString(), before.get());
        if (mode == Mode.CAREFUL) {
            refuseToLose(reading, generated, rules);
        }
        Optional<SeedFile> old = mode == Mode.REPLACE ? Optional.ofNullable(reading.seeds()) : Optional.of(reading.orThrow());
        List<SeedRule> all = mode == Mode.MERGE ? merged(old.orElseThrow().rules(), rules, similarity) : rules;
        boolean same = old.filter(seeds -> withoutLines(seeds.rules()).equals(withoutLines(all))).isPresent();
        int version = old.map(SeedFile::version).orElse(0) + (same ? 0 : 1);
        SeedFile seeds = new SeedFile(persona.value(), Math.max(1, version), old.map(SeedFile::description).orElse(""), all);
        boolean changed = !old.filter(seeds::equals).isPresent();
        return new Plan(file, seeds, changed, before,
                generated || !changed ? Optional.empty() : Optional.of(backup(before.get())));
    }

    /**
     * Does what was planned.
     *
     * @throws BuildlogException if somebody changed the file in the meantime; nothing is written then
     */
    public void write(Plan plan) {
        if (!plan.changed()) {
            return;
        }
        String text = SeedWriter.write(plan.seeds());
        if (!plan.seeds().equals(SeedReader.read(file.toString(), text).orThrow())) {
            throw new BuildlogException("the rules of " + persona + " would not read back as they were written, so " + file
                    + " is not written. Please report this.");
        }
        plan.backup().ifPresent(backup -> AtomicFile.write(backup, bytes(plan.before().orElse(""))));
        if (!AtomicFile.writeIf(file, bytes(text), () -> Confined.text(file).equals(plan.before()))) {
            throw new BuildlogException(file + " was changed by somebody else just now: run this again");
        }
    }

    private void refuseToLose(SeedReader.Reading reading, boolean generated, List<SeedRule> rules) {
        if (!generated) {
            throw new BuildlogException(file + " is there and was written or edited by hand. Add the new rules to it with"
                    + " --merge, or replace it with --force; what is there is kept beside it in either case.");
        }
        TreeSet<String> others = new TreeSet<>();
        reading.orThrow().rules().forEach(rule -> others.add(source(rule)));
        rules.forEach(rule -> others.remove(source(rule)));
        if (!others.isEmpty()) {
            throw new BuildlogException(file + " holds rules from other sources: " + String.join(", ", others)
                    + ". Keep them with --merge, drop them with --force, or name those sources too.");
        }
    }

    private static String source(SeedRule rule) {
        return String.valueOf(rule.provenance().get("source"));
    }

    private static List<SeedRule> merged(List<SeedRule> old, List<SeedRule> fresh, Similarity similarity) {
        int[] leaders = Duplicates.leaders(Stream.concat(old.stream(), fresh.stream())
                .map(rule -> Duplicates.insight(rule.rule(), similarity)).toList(), Map.of(similarity.name(), similarity));
        List<SeedRule> all = new ArrayList<>(old);
        for (int i = 0; i < fresh.size(); i++) {
            if (leaders[old.size() + i] >= old.size()) {
                all.add(fresh.get(i));
            }
        }
        return all;
    }

    /** The rules without the lines they were found in: those move whenever a source is edited above them. */
    private static List<SeedRule> withoutLines(List<SeedRule> rules) {
        return rules.stream().map(rule -> {
            Map<String, Object> provenance = new LinkedHashMap<>(rule.provenance());
            provenance.remove("line");
            return new SeedRule(rule.rule(), rule.category(), rule.context(), rule.antipattern(), rule.rationale(), rule.tags(),
                    rule.references(), provenance);
        }).toList();
    }

    private Path backup(String text) {
        Path backup = file.resolveSibling(file.getFileName() + "." + Sha256.of(text).substring(0, DIGITS) + ".bak");
        if (Files.exists(backup, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(backup, LinkOption.NOFOLLOW_LINKS)) {
            throw new BuildlogException(backup + " is in the way: move it");
        }
        return backup;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
