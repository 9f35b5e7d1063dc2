package dev.buildlog.cli;

import dev.buildlog.curate.Redactor;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.RiskReceipt;
import dev.buildlog.models.GitHubIssues;
import dev.buildlog.review.RiskIssue;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where accepted risks are told to others: one issue for one set of findings.
 *
 * @param issues of the repository
 * @param lock file that one process of this home holds while it looks and opens
 * @param open whether everybody may read it
 */
record RiskTracker(GitHubIssues issues, Path lock, boolean open) {

    static RiskTracker at(Workplace here, String repository, boolean open) {
        return new RiskTracker(new GitHubIssues(here.root(), repository, here.environment()),
                here.home().resolve("issues.lock"), open);
    }

    /**
     * Address of the issue that tells of a risk; opened if there is none.
     *
     * @throws BuildlogException if it cannot be opened, or everybody could read it and nobody said that they may
     */
    String issue(RiskReceipt risk) {
        Redactor redactor = new Redactor();
        RiskIssue issue = RiskIssue.of(risk, redactor::redact);
        if (!open && !issues.isPrivate()) {
            throw new BuildlogException("the tracker is public, and the findings may tell an attacker where to look: add --public"
                    + " if everybody may read them, or name a private repository with --repo");
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            return issues.find(issue.mark()).orElseGet(() -> issues.open(issue));
        } catch (IOException e) {
            throw new BuildlogException("cannot lock " + lock + ": " + e.getMessage());
        }
    }
}
