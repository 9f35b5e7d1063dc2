package dev.buildlog.ledger;

import dev.buildlog.model.Rule;
import java.util.List;

/**
 * What recording an entry changed.
 *
 * @param changed whether any rule may have changed
 * @param newRules rules that this project has never had before
 */
public record Recorded(boolean changed, List<Rule> newRules) {

    static final Recorded NOTHING = new Recorded(false, List.of());
}
