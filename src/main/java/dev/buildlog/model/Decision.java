package dev.buildlog.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about rules: the message of {@code direct:decision}.
 *
 * @param id names it, so that saying it again under the same id changes nothing; empty for one made from all the rest
 * @param project id of the project
 * @param kind one of {@link #KINDS}
 * @param rules ids of the rules it is about: any ids they ever had, or what begins no other rule's id
 * @param text for a split the wording to take out: its text, its id, or {@code path:line} where it stands; for a set text the
 *     new text, empty for none; empty for all others
 * @param why the reason given; may be empty
 * @param targets for {@link #PROMOTE} and {@link #PIN} the ids of the only targets the rules go to; empty for all
 * @param despiteGate for these two, whether the rules go out although the gate would keep them back
 * @param by who decided: a name, perhaps with an address; empty if nobody says
 * @param at when it was decided; the latest decision about a text counts
 */
public record Decision(String id, String project, String kind, List<String> rules, String text, String why,
        List<String> targets, boolean despiteGate, String by, Instant at) {

    /** The rules say the same: from now on they are one, whatever compares them. */
    public static final String MERGE = "merge";

    /** One wording says something else than the rest of its rule: it is a rule of its own, and the rest stays together. */
    public static final String SPLIT = "split";

    /** How a rule is worded. */
    public static final String SET_TEXT = "set-text";

    /** The rules may go out as they read now. */
    public static final String PROMOTE = "promote";

    /** The rules go out as they read now, whatever else is chosen. */
    public static final String PIN = "pin";

    /** The rules do not go out, under no wording, until that is taken back. */
    public static final String REJECT = "reject";

    /** The rules have served: they go out no more, and their history stays. */
    public static final String RETIRE = "retire";

    /** Takes a retirement back. */
    public static final String UNRETIRE = "unretire";

    /** Takes back what was said last of promoting, pinning and rejecting: nobody has decided about the rules. */
    public static final String RESTORE = "restore";

    /** Those that say whether a rule goes out. */
    public static final List<String> ON_STANDING = List.of(PROMOTE, PIN, REJECT, RETIRE, UNRETIRE, RESTORE);

    /** All kinds. */
    public static final List<String> KINDS = List.of(MERGE, SPLIT, SET_TEXT, PROMOTE, PIN, REJECT, RETIRE, UNRETIRE, RESTORE);

    public Decision(@Nullable String id, String project, String kind, List<String> rules, String text, @Nullable String why,
            @Nullable List<String> targets, boolean despiteGate, @Nullable String by, Instant at) {
        // a message that an earlier version kept has no more than it knew
        this.id = id == null ? "" : id;
        this.project = project;
        this.kind = kind;
        this.rules = List.copyOf(rules);
        this.text = text;
        this.why = why == null ? "" : why;
        this.targets = targets == null ? List.of() : List.copyOf(targets);
        this.despiteGate = despiteGate;
        this.by = by == null ? "" : by;
        this.at = at;
    }

    /** A decision of nobody in particular. */
    public Decision(String project, String kind, List<String> rules, String text, Instant at) {
        this("", project, kind, rules, text, "", List.of(), false, "", at);
    }

    /** Whether it says whether rules go out. */
    public boolean onStanding() {
        return ON_STANDING.contains(kind);
    }

    /** The same with other words of the person. */
    public Decision withWords(String newText, String newWhy) {
        return new Decision(id, project, kind, rules, newText, newWhy, targets, despiteGate, by, at);
    }

    /** The same for other targets. */
    public Decision withTargets(List<String> newTargets) {
        return new Decision(id, project, kind, rules, text, why, newTargets, despiteGate, by, at);
    }

    /** The same under a name. */
    public Decision withId(String newId) {
        return new Decision(newId, project, kind, rules, text, why, targets, despiteGate, by, at);
    }

    /** The same, decided there, by this person, at this time. */
    public Decision decided(String newProject, String newBy, Instant newAt) {
        return new Decision(id, newProject, kind, rules, text, why, targets, despiteGate, newBy, newAt);
    }
}
