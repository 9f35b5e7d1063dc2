package dev.buildlog.cli;

import dev.buildlog.config.Keys;
import dev.buildlog.journal.DayEntry;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.ChangedFile;
import dev.buildlog.model.Commit;
import dev.buildlog.models.GitProgram;
import dev.buildlog.models.GitRepositories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code buildlog commit}: commits through git, then notes the commit in the entry of the day. */
@Command(name = "commit", description = {
    "Commit through git, then note the commit in the journal entry of the day: hash, subject, files.",
    "Every option is git's, but for --slug WORDS (the entry of the day with this slug), --entry PATH (this entry) --no-entry"
        + " (none) and --json. Of several entries of a day the one edited last is taken; where there is none, one named after the branch is"
        + " begun. The exit code is git's.",
    "Example: buildlog commit -am \"Close the stream\" --slug retry-uploads"})
final class CommitWork extends Verb {

    private final List<String> git = new ArrayList<>();
    private String slug = "";
    private String entry = "";
    private boolean noEntry;
    private boolean json;

    @Parameters(paramLabel = "GIT ARGUMENTS", arity = "0..*", description = "Handed to git commit as they are.")
    private List<String> shown = List.of();

    /** @param arguments all that followed the command's name */
    CommitWork(List<String> arguments) {
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            if (argument.equals("--")) {
                git.add(argument);
                rest.forEachRemaining(git::add);
            } else if (argument.equals("--json")) {
                json = true;
            } else if (argument.equals("--no-entry")) {
                noEntry = true;
            } else if (argument.startsWith("--slug=")) {
                slug = argument.substring("--slug=".length());
            } else if (argument.startsWith("--entry=")) {
                entry = argument.substring("--entry=".length());
            } else if (argument.equals("--slug") && rest.hasNext()) {
                slug = rest.next();
            } else if (argument.equals("--entry") && rest.hasNext()) {
                entry = rest.next();
            } else {
                git.add(argument);
            }
        }
    }

    @Override
    int run(Workplace here) throws IOException {
        GitProgram program = new GitProgram();
        Optional<String> before = program.head(here.directory());
        int code = json ? quietly(here, program) : program.commit(here.directory(), git);
        Optional<String> hash = program.head(here.directory());
        if (code != 0 || hash.isEmpty() || hash.equals(before)) {
            return code;
        }
        Commit commit = new GitRepositories().commit(here.root(), hash.get());
        Optional<Path> noted = noEntry ? Optional.empty() : note(here, commit);
        if (json) {
            Json.print(here.out(), fields(here, commit, noted));
        } else {
            noted.ifPresent(file -> here.out().println("buildlog: updated " + here.shown(file)));
        }
        return code;
    }

    /** Where the result is for a program, what git says goes to stderr. */
    private int quietly(Workplace here, GitProgram program) {
        GitProgram.Said said = program.commitQuietly(here.directory(), git);
        here.err().print(Printable.text(said.text()));
        return said.code();
    }

    private static Map<String, Object> fields(Workplace here, Commit commit, Optional<Path> noted) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("commit_hash", commit.hash());
        fields.put("commit_message", commit.message());
        fields.put("files_changed", commit.files().stream().map(ChangedFile::path).toList());
        fields.put("entry_path", noted.map(here::shown).orElse(""));
        fields.put("entry_updated", noted.isPresent());
        return fields;
    }

    /** The commit stands: what goes wrong here is told, and is no failure of the command. */
    private Optional<Path> note(Workplace here, Commit commit) {
        Path root = here.root();
        String folder = here.settings().text(Keys.JOURNAL_FOLDER);
        if (!Files.isDirectory(root.resolve(folder))) {
            return Optional.empty();
        }
        try {
            DayEntry day = new DayEntry(root, folder);
            Path file = entry.isEmpty() ? day.of(commit.date(), slug, commit.branch()) : named(here, root, folder);
            day.note(file, commit);
            return Optional.of(file);
        } catch (BuildlogException e) {
            here.err().println(Printable.text("buildlog: the commit is made, but not noted in the journal: " + e.getMessage()));
            return Optional.empty();
        }
    }

    private Path named(Workplace here, Path root, String folder) {
        Path file = here.directory().resolve(entry).normalize();
        if (!file.startsWith(root.resolve(folder).normalize())) {
            throw new BuildlogException(entry + " is not in the journal " + folder + ". Name an entry there.");
        }
        return file;
    }
}
