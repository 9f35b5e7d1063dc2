package dev.buildlog.curate.gate;

import java.util.ArrayList;
import java.util.List;

/** An arrow that would end a comment. */
final class CommentEnds implements Check {

    private static final String END = "-->";

    @Override
    public String id() {
        return "comment-ends";
    }

    @Override
    public Action action() {
        return Action.STRIP;
    }

    @Override
    public String about() {
        return "Arrows that would end an HTML comment around them; they lose a hyphen.";
    }

    @Override
    public void examine(Draft draft) {
        String shown = draft.shown();
        List<Draft.Edit> edits = new ArrayList<>();
        for (int i = shown.indexOf(END); i >= 0; i = shown.indexOf(END, i + 1)) {
            edits.add(new Draft.Edit(i, i + END.length(), "->"));
        }
        if (!edits.isEmpty()) {
            draft.found(this, edits.get(0).start(), "has '" + END + "', which could end a comment around it");
            draft.edit(edits);
        }
    }
}
