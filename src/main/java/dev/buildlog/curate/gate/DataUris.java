package dev.buildlog.curate.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that carry their content, or a program, in themselves. */
final class DataUris implements Check {

    private static final Pattern ADDRESS = Pattern.compile("\\bdata:[a-z]{2,20}/[a-z0-9.+-]{1,60}[;,]|\\b(?:javascript|vbscript):[^\\s/]"
            + "|\\bdata:;?base64,|\\bblob:https?:", Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "data-uris";
    }

    @Override
    public Action action() {
        return Action.QUARANTINE;
    }

    @Override
    public String about() {
        return "data: and javascript: addresses outside code.";
    }

    @Override
    public void examine(Draft draft) {
        if (draft.text().indexOf(':') >= 0) {
            Matcher address = ADDRESS.matcher(draft.shown());
            if (address.find()) {
                draft.found(this, address.start(), "has an address that carries its own content: " + Visible.quote(address.group()));
            }
        }
    }
}
