package dev.buildlog.cli;

import dev.buildlog.ledger.Projects;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Project;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog project list}. */
@Command(name = "list", description = "List the projects with their ids, the ids they had before, and where they lie.")
final class ProjectList extends Verb {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        try (Assembly parts = Assembly.at(here)) {
            Projects projects = parts.core().projects();
            List<Project> all = projects.all();
            if (json) {
                Json.print(here.out(), all.stream().map(project -> fields(projects, project)).toList());
            } else if (all.isEmpty()) {
                here.out().println("No project is known yet. `buildlog sync` in a repository makes it known.");
            } else {
                all.forEach(project -> tell(here, projects, project));
            }
        }
        return ExitCode.DONE;
    }

    private static void tell(Workplace here, Projects projects, Project project) {
        here.out().println(Printable.line(project.id() + "  " + project.name()
                + (project.remote().isEmpty() ? "" : "  " + project.remote())));
        roots(projects, project).forEach(root -> here.out().println(Printable.line("              in " + root)));
        List<String> aliases = projects.aliases(project.id());
        if (!aliases.isEmpty()) {
            here.out().println("              also known as " + String.join(", ", aliases));
        }
    }

    private static Map<String, Object> fields(Projects projects, Project project) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", project.id());
        fields.put("name", project.name());
        fields.put("remote", project.remote());
        fields.put("aliases", projects.aliases(project.id()));
        fields.put("checkouts", roots(projects, project));
        return fields;
    }

    private static List<String> roots(Projects projects, Project project) {
        return projects.holders(project.id()).stream().filter(holder -> !holder.isSubmission()).map(Holder::root).distinct()
                .toList();
    }
}
