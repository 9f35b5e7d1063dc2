package dev.buildlog.cli;

import dev.buildlog.curate.Redactor;
import dev.buildlog.files.AtomicFile;
import dev.buildlog.journal.Checkout;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.ledger.LegacyDatabase;
import dev.buildlog.ledger.LegacyImport;
import dev.buildlog.ledger.Projects;
import dev.buildlog.ledger.Restore;
import dev.buildlog.legacy.LegacyData;
import dev.buildlog.legacy.LegacyFolder;
import dev.buildlog.legacy.LegacyId;
import dev.buildlog.legacy.LegacyReject;
import dev.buildlog.model.Project;
import dev.buildlog.models.GitRepositories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** One migration: reads everything first, then stores the records, then has the rules they speak of be rules here. */
final class LegacyMove {

    /** Percent of the work that are done when all records are stored. */
    private static final int STORED = 20;

    private final Workplace here;
    private final List<Path> folders;
    private final List<Path> databases;
    private final @Nullable String wanted;
    private final GitRepositories repositories = new GitRepositories();
    private final LegacyData data = new LegacyData();
    private final Map<String, Project> projects = new LinkedHashMap<>();
    private final Map<String, String> today = new LinkedHashMap<>();
    private final Map<String, String> worktrees = new LinkedHashMap<>();

    /** @param wanted any id of the one project of the databases that is wanted; empty for the one here, null for all */
    LegacyMove(Workplace here, List<Path> folders, List<Path> databases, @Nullable String wanted) {
        this.here = here;
        this.folders = folders;
        this.databases = databases;
        this.wanted = wanted;
    }

    /** Reads, and writes nothing. */
    MigrationReport look() throws IOException {
        read();
        return new MigrationReport(names(), found(), Map.of(), 0, data.rejects(), null, null);
    }

    /** @param progress told how much is done, in percent */
    MigrationReport run(IntConsumer progress) throws IOException {
        read();
        Path place = here.home().resolve("buildlog.db");
        Path aside = null;
        Map<String, Integer> added;
        if (databases.contains(place)) {
            // beside the original, which leaves its place only when everything is stored
            Path staging = Files.createTempDirectory(here.home(), "migrating");
            added = store(staging, progress);
            aside = Restore.replace(place, staging.resolve("buildlog.db"), "python");
            Files.deleteIfExists(staging.resolve("migration.lock"));
            Files.delete(staging);
        } else {
            added = store(here.home(), progress);
        }
        int waiting = sendOn(progress);
        return new MigrationReport(names(), found(), added, waiting, data.rejects(), keepRejects(), aside);
    }

    private void read() throws IOException {
        Checkout checkout = repositories.locate(here.root());
        for (Path folder : folders) {
            Project around = repositories.locate(folder).project();
            projects.put(around.id(), around);
            worktrees.put(around.id(), repositories.locate(folder).root().toString());
            LegacyFolder.read(folder, around.id(), data);
        }
        for (Path file : databases) {
            try (LegacyDatabase database = LegacyDatabase.open(file)) {
                for (LegacyDatabase.Known known : database.projects()) {
                    Project project = today(known, checkout);
                    if (wanted == null || wanted.equals(known.id()) || wanted.equals(project.id())
                            || wanted.isEmpty() && project.id().equals(checkout.project().id())) {
                        projects.put(project.id(), project);
                        today.put(known.id(), project.id());
                        worktree(project, known, checkout).ifPresent(root -> worktrees.putIfAbsent(project.id(), root));
                    }
                }
                long others = database.projects().stream().filter(known -> !today.containsKey(known.id())).count();
                if (others > 0) {
                    here.say(file + " has " + others + (others == 1 ? " other project" : " other projects")
                            + ", which --all would take over too.");
                }
                database.read(today, data);
            }
        }
    }

    /** What a project is today: the one in its folder, the one here if it may have had that id, else one of its old id. */
    private Project today(LegacyDatabase.Known known, Checkout checkout) {
        if (LegacyId.of(checkout.project().remote(), checkout.root().toString()).contains(known.id())) {
            return checkout.project();
        }
        Path path = Path.of(known.path());
        return path.isAbsolute() && Files.isDirectory(path) ? repositories.locate(path).project()
                : new Project(known.id(), known.name(), "");
    }

    /** Where the sessions of a project go on. */
    private Optional<String> worktree(Project project, LegacyDatabase.Known known, Checkout here) {
        Path path = Path.of(known.path());
        return project.id().equals(here.project().id()) ? Optional.of(here.root().toString())
                : path.isAbsolute() && Files.isDirectory(path) ? Optional.of(repositories.locate(path).root().toString())
                : Optional.empty();
    }

    private Map<String, Integer> store(Path home, IntConsumer progress) {
        try (Ledger ledger = Ledger.open(home)) {
            Projects known = new Projects(ledger, here.clock());
            Map<String, String> ids = new LinkedHashMap<>();
            projects.values().forEach(project -> {
                String id = known.canonical(project.id());
                known.register(new Project(id, project.name(), project.remote()));
                ids.put(project.id(), id);
            });
            Map<String, String> aliases = new LinkedHashMap<>();
            today.forEach((old, project) -> aliases.put(old, ids.get(project)));
            Map<String, String> roots = new LinkedHashMap<>();
            worktrees.forEach((project, root) -> roots.putIfAbsent(String.valueOf(ids.get(project)), root));
            return new LegacyImport(ledger).store(data.records(), ids, roots, aliases,
                    percent -> progress.accept(percent * STORED / 100));
        }
    }

    /** @return how many decisions speak of rules that no entry says */
    private int sendOn(IntConsumer progress) {
        Logging.begin(here, Logging.level(here.verbosity()));
        try (Assembly parts = Assembly.at(here)) {
            LegacyRules rules = new LegacyRules(here, parts);
            rules.send(projects.keySet().stream().map(parts.core().projects()::canonical).distinct().toList(),
                    percent -> progress.accept(STORED + percent * (100 - STORED) / 100));
            rules.rejects().forEach(reject -> data.reject(reject.source(), reject.reason(), reject.text()));
            return rules.waiting();
        }
    }

    private SortedMap<String, String> names() {
        SortedMap<String, String> names = new TreeMap<>();
        projects.values().forEach(project -> names.put(project.id(), project.name()));
        return names;
    }

    private SortedMap<String, Integer> found() {
        SortedMap<String, Integer> found = new TreeMap<>();
        data.records().forEach(record -> found.merge(record.kind().key(), 1, Integer::sum));
        return found;
    }

    /** The rejects, secrets taken out; the file says the same however often it is written. */
    private @Nullable Path keepRejects() throws IOException {
        if (data.rejects().isEmpty()) {
            return null;
        }
        Redactor redactor = new Redactor();
        List<String> lines = new ArrayList<>();
        for (LegacyReject reject : data.rejects()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("source", reject.source());
            fields.put("reason", reject.reason());
            fields.put("text", redactor.redact(reject.text()));
            lines.add(Json.line(fields));
        }
        Path file = here.home().resolve("migrate-rejects.jsonl");
        AtomicFile.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        return file;
    }
}
