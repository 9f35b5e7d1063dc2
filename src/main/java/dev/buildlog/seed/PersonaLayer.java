package dev.buildlog.seed;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.SeedFile;
import dev.buildlog.model.SeedRule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A folder of seed files to which rules are added that have ids already; what stands there stays as it is. */
public final class PersonaLayer {

    private final Path folder;

    /** @param folder need not be there */
    public PersonaLayer(Path folder) {
        this.folder = folder;
    }

    /**
     * Adds to the file of a persona those of its rules whose ids it does not have. A file that a person has written is kept
     * beside it as it was.
     *
     * @return how many were added
     * @throws BuildlogException if what is there is no seed file, or a link in the way could lead elsewhere
     */
    public int add(SeedFile brought) {
        Path file = Confined.below(folder, folder.resolve(new PersonaName(brought.persona()) + ".yaml"));
        Optional<String> before = Confined.text(file);
        SeedFile old = before.map(text -> SeedReader.read(file.toString(), text).orThrow())
                .orElse(new SeedFile(brought.persona(), 0, List.of()));
        Set<String> known = old.rules().stream().map(rule -> SeedId.of(old.persona(), rule)).collect(Collectors.toSet());
        List<SeedRule> all = new ArrayList<>(old.rules());
        brought.rules().stream().filter(rule -> known.add(SeedId.of(brought.persona(), rule))).forEach(all::add);
        int added = all.size() - old.rules().size();
        if (added > 0) {
            before.filter(text -> !SeedWriter.isAsGenerated(text)).ifPresent(text -> AtomicFile.write(
                    file.resolveSibling(file.getFileName() + ".bak"), text.getBytes(StandardCharsets.UTF_8)));
            SeedFile whole = new SeedFile(old.persona(), old.version() + 1, old.description(), all);
            AtomicFile.write(file, SeedWriter.write(whole).getBytes(StandardCharsets.UTF_8));
        }
        return added;
    }
}
