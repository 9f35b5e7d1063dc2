package dev.buildlog.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

    private final Templates templates = new Templates();

    @TempDir
    Path temp;

    @Test
    void installsWhatIsMissingAndKeepsWhatIsThere() throws IOException {
        Path folder = temp.resolve("new/buildlog");
        assertThat(templates.install(folder)).containsExactly(Templates.FULL, Templates.QUICK);
        Files.writeString(folder.resolve(Templates.FULL), "ours");
        Files.delete(folder.resolve(Templates.QUICK));

        assertThat(templates.install(folder)).containsExactly(Templates.QUICK);
        assertThat(folder.resolve(Templates.FULL)).hasContent("ours");
        assertThat(templates.install(folder)).isEmpty();
    }

    @Test
    void saysWhereItCannotInstall() throws IOException {
        Path file = Files.createFile(temp.resolve("buildlog"));
        assertThatThrownBy(() -> templates.install(file))
                .isInstanceOf(BuildlogException.class).hasMessageContaining(file.toString());
    }

    @Test
    void theFullTemplateHasTheSectionsThatToolsLookFor() {
        assertThat(templates.text(Templates.FULL).lines().filter(line -> line.startsWith("## "))).containsExactly(
                "## The Goal", "## What We Built", "## The Journey", "## Test Results", "## Code Samples", "## What's Left",
                "## Cost/Performance Analysis", "## AI Experience Reflection", "## Improvements", "## Files Changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {Templates.FULL, Templates.QUICK})
    void whatIsToBeFilledInIsRecognisable(String name) {
        String text = templates.text(name);
        String improvements = text.substring(text.indexOf("## Improvements"));

        assertThat(text).startsWith("# Build Journal: [TITLE]\n").contains("**Date:** [YYYY-MM-DD]\n");
        assertThat(improvements.lines().filter(line -> line.startsWith("### "))).containsExactly(
                "### Architectural", "### Workflow", "### Tool Usage", "### Domain Knowledge");
        assertThat(improvements.lines().filter(line -> line.startsWith("- ")))
                .hasSizeGreaterThanOrEqualTo(4).allMatch(line -> line.matches("- \\[e\\.g\\., .*]"));
        assertThat(text.lines().filter(line -> line.startsWith("[")).filter(line -> !line.endsWith("]")))
                .allMatch(line -> line.startsWith("[path]"));
    }
}
