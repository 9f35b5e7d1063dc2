package dev.buildlog.ledger;

import dev.buildlog.journal.Checkout;
import dev.buildlog.journal.Repositories;
import dev.buildlog.model.Commit;
import dev.buildlog.model.Project;
import java.nio.file.Path;

/** Repositories under the ids that their projects have in this ledger, however they are called today. */
public final class KnownRepositories implements Repositories {

    private final Repositories repositories;
    private final Projects projects;

    public KnownRepositories(Repositories repositories, Projects projects) {
        this.repositories = repositories;
        this.projects = projects;
    }

    @Override
    public Checkout locate(Path anywhereInside) {
        Checkout found = repositories.locate(anywhereInside);
        Project project = found.project();
        return found.of(new Project(projects.canonical(project.id()), project.name(), project.remote()));
    }

    @Override
    public boolean branchExists(Path root, String branch) {
        return repositories.branchExists(root, branch);
    }

    @Override
    public boolean isBusy(Path root) {
        return repositories.isBusy(root);
    }

    @Override
    public Commit commit(Path root, String hash) {
        Commit found = repositories.commit(root, hash);
        return found.of(projects.canonical(found.project()));
    }

    @Override
    public String mark(Path root) {
        return repositories.mark(root);
    }
}
