package dev.buildlog.cli;

import dev.buildlog.config.ConfigTemplate;
import dev.buildlog.config.Keys;
import dev.buildlog.config.Settings;
import dev.buildlog.models.GitProgram;
import dev.buildlog.setup.GitHooks;
import dev.buildlog.setup.IgnoredFiles;
import dev.buildlog.setup.JournalSetup;
import dev.buildlog.setup.McpRegistration;
import dev.buildlog.setup.SettingsFile;
import dev.buildlog.setup.SetupStep;
import dev.buildlog.setup.WorkflowSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What buildlog puts into a repository, in the order in which it is done. */
final class SetupSteps {

    private SetupSteps() {}

    /**
     * @param instructions whether agents are told how to work with buildlog, in AGENTS.md and CLAUDE.md
     * @param mcp whether agents find the MCP server in {@code .mcp.json}
     * @param hooks whether git runs buildlog's hooks
     */
    static List<SetupStep> of(Workplace here, boolean instructions, boolean mcp, boolean hooks) throws IOException {
        Path root = here.root().toRealPath();
        List<SetupStep> steps = new ArrayList<>();
        steps.add(new JournalSetup(root, here.settings().text(Keys.JOURNAL_FOLDER)));
        Path settings = Settings.projectFile(root);
        if (!settings.equals(Settings.homeFile(here.home()))) {
            steps.add(new SettingsFile(root, settings, ConfigTemplate.text()));
        }
        if (instructions) {
            steps.add(new WorkflowSection(root));
        }
        if (mcp) {
            steps.add(new McpRegistration(root.resolve(".mcp.json"), InitMcp.command(here, false)));
        }
        if (Files.exists(root.resolve(".git"))) {
            steps.add(new IgnoredFiles(root));
            if (hooks) {
                new GitProgram().hooks(root).ifPresent(folder -> steps.add(new GitHooks(root, folder)));
            }
        }
        return steps;
    }
}
