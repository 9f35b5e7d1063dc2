package dev.buildlog.curate.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines between which buildlog writes: in a rule they would end its block or begin another one. */
final class BlockMarkers implements Check {

    private static final Pattern MARKER = Pattern.compile("(?i)<[\\s\\\\]{0,9}!?[\\s\\\\]{0,9}-{0,3}[\\s\\\\]{0,9}buildlog\\s{0,9}:\\s{0,9}"
            + "(?:begin|end|rules|start)");

    @Override
    public String id() {
        return "block-markers";
    }

    @Override
    public Action action() {
        return Action.REFUSE;
    }

    @Override
    public String about() {
        return "The markers of the block that buildlog manages.";
    }

    @Override
    public void examine(Draft draft) {
        Matcher marker = MARKER.matcher(draft.text());
        if (draft.text().indexOf('<') >= 0 && marker.find()) {
            draft.found(this, marker.start(), "has " + Visible.quote(marker.group())
                    + ", which could end or fake the block that buildlog manages");
        }
    }
}
