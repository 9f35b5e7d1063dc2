package dev.buildlog.cli;

import dev.buildlog.curate.Redactor;
import dev.buildlog.files.AtomicFile;
import dev.buildlog.journal.Checkout;
import dev.buildlog.ledger.Ledger;
import dev.buildlog.ledger.LegacyDatabase;
import dev.buildlog.ledger.LegacyImport;
import dev.buildlog.ledger.Projects;
import dev.buildlog.ledger.Restore;
import dev.buildlog.legacy.LearningEntry;
import dev.buildlog.legacy.LegacyData;
import dev.buildlog.legacy.LegacyFolder;
import dev.buildlog.legacy.LegacyId;
import dev.buildlog.legacy.LegacyReject;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Project;
import dev.buildlog.models.GitRepositories;
import dev.buildlog.pipeline.Sync;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One migration: reads everything first, then stores the records, then sends the learnings through the door of entries. */
final class LegacyMove {

    private final Workplace here;
    private final List<Path> folders;
    private final List<Path> databases;
    private final @Nullable String wanted;
    private final GitRepositories repositories = new GitRepositories();
    private final LegacyData data = new LegacyData();
    private final Map<String, Project> projects = new LinkedHashMap<>();
    private final Map<String, String> today = new LinkedHashMap<>();

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
        return new MigrationReport(names(), found(), Map.of(), data.rejects(), null, null);
    }

    MigrationReport run() throws IOException {
        read();
        Path place = here.home().resolve("buildlog.db");
        Path aside = null;
        Map<String, Integer> added;
        if (databases.contains(place)) {
            // beside the original, which leaves its place only when everything is stored
            Path staging = Files.createTempDirectory(here.home(), "migrating");
            added = store(staging);
            aside = Restore.replace(place, staging.resolve("buildlog.db"), "python");
            Files.deleteIfExists(staging.resolve("migration.lock"));
            Files.delete(staging);
        } else {
            added = store(here.home());
        }
        learn();
        return new MigrationReport(names(), found(), added, data.rejects(), keepRejects(), aside);
    }

    private void read() throws IOException {
        Checkout checkout = repositories.locate(here.root());
        for (Path folder : folders) {
            Project around = repositories.locate(folder).project();
            projects.put(around.id(), around);
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

    private Map<String, Integer> store(Path home) {
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
            return new LegacyImport(ledger).store(data.records(), ids, aliases);
        }
    }

    private void learn() {
        Logging.begin(here, Logging.level(here.verbosity()));
        LocalDate day = LocalDate.now(here.clock());
        try (Assembly parts = Assembly.at(here);
                Sync sync = Sync.open(parts.core(), here.root(), parts.settings(), parts.front())) {
            LegacyImport legacy = new LegacyImport(parts.core().ledger());
            projects.keySet().forEach(project -> {
                String id = parts.core().projects().canonical(project);
                for (LearningEntry entry : LearningEntry.of(legacy.learnings(id), day)) {
                    EntryVersion version = entry.version(id, parts.core().instant());
                    if (!parts.core().submissions().holds(id, version.path(), version.contentHash())) {
                        sync.record(version);
                    }
                    legacy.link(id, version.path(), entry.ids());
                }
            });
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
