package dev.buildlog.extract;

import java.util.Set;

/** Tells what a source says about a rule from what only fills the space behind a label. */
final class Filler {

    private static final Set<String> WORDS = Set.of("not specified", "unspecified", "not provided", "not stated", "unknown",
            "see source", "see above", "see below", "to be determined", "to be defined", "to be added", "not applicable");

    private Filler() {}

    /** Why {@code text} says nothing; empty where it says something. */
    static String reason(String text) {
        String placeholder = Placeholder.reason(text);
        boolean filler = placeholder.isEmpty() && WORDS.contains(Names.normal(text));
        return filler ? "A placeholder, not a statement." : placeholder;
    }
}
