package dev.buildlog.render;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * An agent's file: where it lies and how buildlog writes into it. One YAML descriptor each, see {@link Targets}.
 *
 * @param id name of the target and of its descriptor file without {@code .yaml}
 * @param formerly other names by which it is known
 * @param title name for a person
 * @param path path of the file below the checkout's root, with forward slashes
 * @param scope when the agent reads the file
 * @param frontMatter YAML lines that the agent expects between two {@code ---} at the top; empty for none
 * @param heading text of the heading above the rules
 * @param wording how a rule is worded
 * @param grouping what the rules stand under
 * @param ownership which part of the file is buildlog's
 * @param limits how much of the file is read, and how much is written into it
 * @param reads ids of the targets whose files the same agent reads too
 * @param facts since when the above is known, and from where
 */
public record Target(
        String id,
        List<String> formerly,
        String title,
        String path,
        Scope scope,
        String frontMatter,
        String heading,
        Wording wording,
        Grouping grouping,
        Ownership ownership,
        Limits limits,
        List<String> reads,
        Facts facts) {

    public Target {
        formerly = List.copyOf(formerly);
        reads = List.copyOf(reads);
    }

    /** When an agent reads a file. */
    public enum Scope {
        /** In every conversation: each rule costs attention each time. */
        ALWAYS,
        /** When the agent finds that the file concerns its task. */
        ON_DEMAND
    }

    /** How a rule is worded. */
    public enum Wording {
        /** As an instruction that says how sure we are, see {@link Imperative}. */
        IMPERATIVE,
        /** As its author wrote it. */
        AS_WRITTEN
    }

    /** What the rules stand under. */
    public enum Grouping {
        CATEGORY,
        /** Confidence, and in it the category. */
        CONFIDENCE
    }

    /** Which part of a file belongs to buildlog. */
    public enum Ownership {
        /** What lies between its markers. */
        MANAGED_BLOCK,
        /** All of it. */
        WHOLE_FILE,
        /** Of a JSON file the key {@code _buildlog}, and of the array {@code rules} what that key accounts for. */
        JSON_KEYS
    }

    /**
     * Where the knowledge about an agent comes from.
     *
     * @param date day on which it was looked up
     * @param source address of the document
     */
    public record Facts(LocalDate date, String source) {}

    /** Whether both write the same into the same file, so that they may share it. */
    boolean writesLike(Target other) {
        return frontMatter.equals(other.frontMatter) && heading.equals(other.heading) && wording == other.wording
                && grouping == other.grouping && ownership == other.ownership;
    }

    /** The target with at most so many tokens of its own where agents read its file every time; 0 for no such limit. */
    public Target withDefaultTokens(int tokens) {
        return scope == Scope.ALWAYS && limits.tokens() == 0
                ? within(new Limits(limits.bytes(), limits.characters(), limits.lines(), tokens))
                : this;
    }

    /** The target with other limits. */
    Target within(Limits other) {
        return new Target(id, formerly, title, path, scope, frontMatter, heading, wording, grouping, ownership, other, reads,
                facts);
    }

    /** An enum's constant as a descriptor spells it: {@code managed-block}. */
    public static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
