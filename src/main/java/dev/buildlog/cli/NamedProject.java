package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Project;
import dev.buildlog.model.Suggestion;

/** A project that a person names on the command line. */
final class NamedProject {

    private NamedProject() {}

    /**
     * @param id any id it ever had
     * @throws BuildlogException naming a similar one if there is none
     */
    static Project in(Assembly parts, String id) {
        return parts.core().projects().find(id).orElseThrow(() -> new BuildlogException("this home has no project '" + id + "'"
                + Suggestion.hint(id, parts.core().projects().all().stream().map(Project::id).toList(),
                        ". 'buildlog project list' shows them.")));
    }
}
