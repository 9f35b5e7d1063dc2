package dev.buildlog.mcp;

import dev.buildlog.mcp.CommandRunner.Outcome;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What agents read (resources) and what a person starts them with (prompts); both are what commands print. */
final class Texts {

    private static final String JSON = "application/json";

    private final CommandRunner commands;

    Texts(CommandRunner commands) {
        this.commands = commands;
    }

    /**
     * A resource and the command that prints it.
     *
     * @param resource as it is listed
     */
    record Readable(Resource resource, List<String> command) {}

    /** Rules, policy, entries, personas. */
    List<Readable> resources() {
        return List.of(
                readable("buildlog://rules", "rules", "The rules this project has learned, with their evidence", "skills",
                        "--format", "json"),
                readable("buildlog://policy", "policy", "The rules in force and the selection they come from", "bandit", "status",
                        "--json"),
                readable("buildlog://entries", "entries", "The entries of the journal, newest first", "list", "--json"),
                readable("buildlog://personas", "personas", "The reviewers and how many rules each has", "gauntlet", "list",
                        "--json"));
    }

    private static Readable readable(String uri, String name, String description, String... command) {
        return new Readable(Resource.builder().uri(uri).name(name).description(description).mimeType(JSON).build(),
                List.of(command));
    }

    /** @throws IllegalStateException with what to do if the command fails */
    ReadResourceResult read(Readable readable) {
        String text = required(commands.run(readable.command(), ""));
        return new ReadResourceResult(List.of(new TextResourceContents(readable.resource().uri(), JSON, text)));
    }

    /** The gauntlet's review, and the end of a session. */
    List<Prompt> prompts() {
        return List.of(
                new Prompt("gauntlet-review", "Review a path by the rules of the reviewers",
                        List.of(new PromptArgument("target", "Path to review", true))),
                new Prompt("session-wrap-up", "Write down what this session taught, and close the loop", List.of()));
    }

    /** @throws IllegalStateException with what to do if the command fails */
    GetPromptResult prompt(Prompt prompt, GetPromptRequest request) {
        Map<String, Object> arguments = request.arguments() == null ? Map.of() : request.arguments();
        List<PromptMessage> messages = new ArrayList<>();
        if (prompt.name().equals("gauntlet-review")) {
            Object target = Objects.requireNonNullElse(arguments.get("target"), ".");
            messages.add(said(required(commands.run(List.of("gauntlet", "prompt", "--", target.toString()), ""))));
        } else {
            messages.add(said("""
                    Wrap up this session for the project's journal:
                    1. Begin an entry with buildlog_entry_new (a slug of two or three words), unless today has one.
                    2. Write what was tried, what happened and what fixed it. Under "Improvements" put one bullet for each lesson
                       that would have saved time: concrete, about one thing, true beyond this session.
                    3. Log mistakes that a rule could have prevented with buildlog_log_mistake.
                    4. If the outcome of a reviewed piece of work is known, tell it with buildlog_log_reward.
                    Then say in two sentences what was learned."""));
        }
        return new GetPromptResult(prompt.description(), messages);
    }

    private static PromptMessage said(String text) {
        return new PromptMessage(Role.USER, new TextContent(text));
    }

    private static String required(Outcome outcome) {
        if (outcome.code() != 0) {
            throw new IllegalStateException(outcome.err().strip());
        }
        return outcome.out();
    }
}
