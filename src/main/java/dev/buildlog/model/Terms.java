package dev.buildlog.model;

import java.util.List;

/**
 * On which terms a person let a rule out.
 *
 * @param targets ids of the only targets it goes to; empty for all
 * @param released whether it goes out although the gate would keep it back
 * @param pending how the journal words it now, where that is not what was promoted; empty while it is the same. The text as
 *     promoted goes on being shown until a person promotes the rule again
 */
public record Terms(List<String> targets, boolean released, String pending) {

    /** To all targets, as it reads, if the gate lets it pass. */
    public static final Terms NONE = new Terms(List.of(), false, "");

    public Terms {
        targets = List.copyOf(targets);
    }
}
