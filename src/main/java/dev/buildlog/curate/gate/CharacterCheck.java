package dev.buildlog.curate.gate;

import java.util.ArrayList;
import java.util.List;

/** A check that looks at one character at a time. */
abstract class CharacterCheck implements Check {

    private final String what;

    /** @param what what such a character is called: "a control character" */
    CharacterCheck(String what) {
        this.what = what;
    }

    /** Whether the character at {@code i} is an offence. */
    abstract boolean offends(String text, int i);

    /** What takes its place where the action is to strip. */
    String replacement(int c) {
        return "";
    }

    @Override
    public void examine(Draft draft) {
        String text = draft.text();
        List<Draft.Edit> edits = new ArrayList<>();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            char unit = text.charAt(i);
            if ((unit < ' ' || unit > '~') && offends(text, i)) {
                int c = text.codePointAt(i);
                if (edits.isEmpty()) {
                    draft.found(this, i, "has " + what + ": " + Visible.name(c));
                }
                edits.add(new Draft.Edit(i, i + Character.charCount(c), replacement(c)));
            }
        }
        if (action() == Action.STRIP) {
            draft.edit(edits);
        }
    }
}
