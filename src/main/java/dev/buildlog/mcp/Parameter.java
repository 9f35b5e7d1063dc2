package dev.buildlog.mcp;

import java.util.Map;

/**
 * A parameter of a tool.
 *
 * @param name as agents know it
 * @param schema JSON Schema of its value
 * @param required whether a call without it is refused
 * @param machine whether it reaches files or accounts beyond the project
 * @param way how its value reaches the command
 * @param word the option's or the member's name; empty where the way needs none
 */
record Parameter(String name, Map<String, Object> schema, boolean required, boolean machine, Way way, String word) {

    Parameter {
        schema = Map.copyOf(schema);
    }

    /** How a value becomes words of a command line. */
    enum Way {
        /** {@code --word=value}; once for each item of a list. */
        OPTION,
        /** {@code --word} where it is true. */
        FLAG,
        /** A word of its own; one for each item of a list. */
        WORD,
        /** Each member of an object as the option that the word names for it: {@code id --related-to type --relation}. */
        FIELDS,
        /** One member of each object of a list as a word of its own. */
        MEMBERS,
        /** One word behind all others, as it is: arguments of another program. */
        LAST,
        /** The value as JSON on standard input. */
        INPUT,
        /** The folder to act in, or that of its journal. */
        PLACE,
        /** Taken for the sake of agents that send it, and of no effect. */
        IGNORED
    }
}
