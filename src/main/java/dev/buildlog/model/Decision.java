package dev.buildlog.model;

import java.time.Instant;
import java.util.List;

/**
 * What a person decided about rules: the message of {@code direct:decision}.
 *
 * @param project id of the project
 * @param kind {@link #MERGE}, {@link #SPLIT} or {@link #SET_TEXT}
 * @param rules ids of the rules it is about: any ids they ever had
 * @param text for a split the wording to take out: its text, its id, or {@code path:line} where it stands; for a set text the
 *     new text, empty for none; empty for a merge
 * @param at when it was decided; the latest decision about a text counts
 */
public record Decision(String project, String kind, List<String> rules, String text, Instant at) {

    /** The rules say the same: from now on they are one, whatever compares them. */
    public static final String MERGE = "merge";

    /** One wording says something else than the rest of its rule: it is a rule of its own, and the rest stays together. */
    public static final String SPLIT = "split";

    /** How a rule is worded. */
    public static final String SET_TEXT = "set-text";

    /** All kinds. */
    public static final List<String> KINDS = List.of(MERGE, SPLIT, SET_TEXT);

    public Decision {
        rules = List.copyOf(rules);
    }

    public Decision withText(String newText) {
        return new Decision(project, kind, rules, newText, at);
    }
}
