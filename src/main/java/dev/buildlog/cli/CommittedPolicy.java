package dev.buildlog.cli;

import dev.buildlog.model.Policy;
import dev.buildlog.models.GitRepositories;
import dev.buildlog.render.PolicyFile;
import dev.buildlog.render.Targets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The policy that a team has committed, where the ledger here knows none: so that a check works on any machine. */
final class CommittedPolicy {

    private CommittedPolicy() {}

    /** Empty where there is no committed policy, or a ledger that has one of its own. */
    static Optional<Policy> of(Workplace here) {
        if (!Files.exists(here.root().resolve(PolicyFile.PATH))) {
            return Optional.empty();
        }
        String project = new GitRepositories().locate(here.root()).project().id();
        if (Files.exists(here.home().resolve("buildlog.db"))) {
            try (Assembly parts = Assembly.at(here)) {
                if (parts.core().selections().any(project)) {
                    return Optional.empty();
                }
            }
        }
        return PolicyFile.of(here.root(), project);
    }

    /** The shipped targets and those of the checkout, which are only looked at: nothing is written by them here. */
    static Targets targets(Workplace here) {
        Path descriptors = Path.of("components", "targets");
        return Targets.load(here.install().resolve(descriptors), here.root().resolve(".buildlog").resolve(descriptors));
    }
}
