package dev.buildlog.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.review.RiskIssue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Issues of a repository on GitHub, through the program {@code gh} and whoever is logged in there. */
public final class GitHubIssues {

    /** Under which the issues are found. */
    static final String LABEL = "gauntlet/accepted-risk";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Program gh;
    private final List<String> repository;

    /**
     * @param root root of the checkout
     * @param repository {@code owner/name}; empty for that of the checkout
     */
    public GitHubIssues(Path root, String repository, Map<String, String> environment) {
        if (!repository.isEmpty() && !repository.matches("[\\w.-]+(/[\\w.-]+){1,2}")) {
            throw new BuildlogException("'" + repository + "' is no repository: write owner/name");
        }
        this.gh = new Program("gh", root, Map.of("GH_PROMPT_DISABLED", "1", "NO_COLOR", "1", "PATH",
                environment.getOrDefault("PATH", System.getenv().getOrDefault("PATH", ""))), PATIENCE);
        this.repository = repository.isEmpty() ? List.of() : List.of("--repo", repository);
    }

    /**
     * Whether only people who were let in can read the issues.
     *
     * @throws BuildlogException if {@code gh} is missing, not logged in, or does not know the repository
     */
    public boolean isPrivate() {
        List<String> arguments = new ArrayList<>(List.of("repo", "view"));
        arguments.addAll(repository.subList(repository.isEmpty() ? 0 : 1, repository.size()));
        arguments.addAll(List.of("--json", "visibility"));
        return !json(arguments).path("visibility").asText().equalsIgnoreCase("public");
    }

    /** Address of the issue that holds {@code mark}, open or closed. */
    public Optional<String> find(String mark) {
        List<String> arguments = new ArrayList<>(List.of("issue", "list"));
        arguments.addAll(repository);
        arguments.addAll(List.of("--state", "all", "--search", mark + " in:body", "--limit", "20", "--json", "url,body"));
        for (JsonNode issue : json(arguments)) {
            if (issue.path("body").asText().contains(mark)) {
                return Optional.of(issue.path("url").asText());
            }
        }
        return Optional.empty();
    }

    /**
     * Opens an issue and returns its address. A label that cannot be had is left out.
     *
     * @throws BuildlogException if GitHub does not take it
     */
    public String open(RiskIssue issue) {
        List<String> label = new ArrayList<>(List.of("label", "create", LABEL, "--color", "5319e7", "--description",
                "Found in review and accepted", "--force"));
        label.addAll(repository);
        boolean labelled = gh.run("", label).code() == 0;
        List<String> arguments = new ArrayList<>(List.of("issue", "create", "--title", issue.title(), "--body-file", "-"));
        arguments.addAll(labelled ? List.of("--label", LABEL) : List.of());
        arguments.addAll(repository);
        String answer = done(gh.run(issue.body(), arguments), "issue create");
        return answer.lines().map(String::strip).filter(line -> line.startsWith("https://")).reduce((a, b) -> b)
                .orElseThrow(() -> new BuildlogException("gh issue create did not name the issue it opened: "
                        + answer.strip()));
    }

    private JsonNode json(List<String> arguments) {
        String out = done(gh.run("", arguments), arguments.get(0) + " " + arguments.get(1));
        try {
            return JSON.readTree(out.isBlank() ? "[]" : out);
        } catch (JsonProcessingException e) {
            throw new BuildlogException("gh " + arguments.get(0) + " answered with something else than JSON");
        }
    }

    private static String done(Program.Result result, String what) {
        if (result.code() != 0) {
            throw new BuildlogException("gh " + what + " failed: " + result.complaint());
        }
        return result.out();
    }
}
