package dev.buildlog.cli;

import dev.buildlog.ledger.Forgetting;
import dev.buildlog.ledger.HomeFiles;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Project;
import dev.buildlog.pipeline.ServiceLock;
import dev.buildlog.pipeline.Sync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog forget}: content that must go. */
@Command(name = "forget", description = {
    "Erase a text, what one entry says, or a whole project everywhere buildlog keeps it, so that it does not come in again; then",
    "say which files and backups still hold it. Letters and digits are compared, in any case. There is no way back.",
    "Example: buildlog forget 'Ann Example'"})
final class Forget extends Verb {

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    /** One of the three. */
    static final class What {
        @Parameters(paramLabel = "TEXT", description = "Any part of a text; at least four letters or digits.")
        private @Nullable String text;

        @Option(names = "--entry", paramLabel = "PATH", description = "What this entry of the project here alone says.")
        private @Nullable String entry;

        @Option(names = "--project", paramLabel = "ID", description = "A project and all that is known of it.")
        private @Nullable String project;
    }

    @Override
    int run(Workplace here) throws IOException {
        try (ServiceLock alone = ServiceLock.take(here.home()); Assembly parts = Assembly.at(here)) {
            Forgetting forgetting = new Forgetting(parts.core().ledger(), parts.core().similarities());
            Set<Path> roots = roots(parts);
            if (what.project != null) {
                Project project = NamedProject.in(parts, what.project);
                int rows = forgetting.project(project.id(), here.clock().instant());
                removeArtifacts(here, project.id());
                here.out().println("Forgot " + Printable.line(project.name()) + ": " + rows + " rows. Its files in checkouts,"
                        + " copies of rendered files in " + here.shown(here.home().resolve("renders")) + " and backups are as"
                        + " they were.");
                return ExitCode.DONE;
            }
            String project = parts.project();
            Set<String> words = what.entry == null ? Set.of(String.valueOf(what.text)) : forgetting.wordsOf(project, what.entry);
            if (words.isEmpty()) {
                throw new BuildlogException("nothing is known that " + what.entry + " alone says. Name the entry by its path"
                        + " in the repository.");
            }
            HomeFiles files = new HomeFiles(words);
            int rows = what.entry == null ? forgetting.texts(words, here.clock().instant())
                    : forgetting.entry(project, what.entry, here.clock().instant());
            publish(here, parts);
            List<Path> changed = files.erase(here.home());
            roots.forEach(root -> changed.addAll(files.erase(root.resolve(".buildlog/conflicts"))));
            here.out().println("Forgot it in " + rows + " rows and " + changed.size() + " files.");
            files.backups(here.home()).forEach(file -> here.out().println("Still in a backup: " + file));
            roots.forEach(root -> files.checkout(root).forEach(file -> here.out().println("Still in a file: " + file)));
        }
        return ExitCode.DONE;
    }

    private static Set<Path> roots(Assembly parts) {
        Set<Path> roots = new TreeSet<>();
        parts.core().projects().all().forEach(project -> parts.core().projects().holders(project.id()).stream()
                .filter(holder -> !holder.isSubmission()).map(Holder::root).map(Path::of).filter(Files::isDirectory)
                .forEach(roots::add));
        return roots;
    }

    /** The agents' files follow, where this repository has a journal. */
    private static void publish(Workplace here, Assembly parts) {
        Logging.begin(here, Logging.level(here.verbosity()));
        try (Sync sync = Sync.open(parts.core(), here.root(), parts.settings(), parts.front())) {
            sync.run().problems().forEach(problem -> here.say(problem.toString()));
        }
    }

    private static void removeArtifacts(Workplace here, String project) throws IOException {
        Path emissions = here.home().resolve("emissions");
        if (Files.isDirectory(emissions)) {
            try (Stream<Path> files = Files.walk(emissions)) {
                for (Path file : files.filter(path -> path.getFileName().toString().contains("_" + project + "_")).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
