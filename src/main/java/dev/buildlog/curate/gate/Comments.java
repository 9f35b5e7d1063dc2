package dev.buildlog.curate.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page, a template or a preview does not show. */
final class Comments implements Check {

    private static final Pattern COMMENT = Pattern.compile("<\\s{0,9}!\\s{0,9}--|--!>|<!\\[CDATA\\[|<\\?[a-z=]|<!doctype\\b|<!entity\\b"
            + "|\\{#\\s|\\{%-?\\s{0,9}comment\\b|%%\\{|<%--|/\\*[^*]{0,200}\\b(?:agent|assistant|ai|llm|model)s?\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "comments";
    }

    @Override
    public Action action() {
        return Action.QUARANTINE;
    }

    @Override
    public String about() {
        return "Comments of HTML and templates, which a person reading the page does not see.";
    }

    @Override
    public void examine(Draft draft) {
        String shown = draft.shown();
        Matcher comment = COMMENT.matcher(shown);
        if (comment.find()) {
            draft.found(this, comment.start(), "has " + Visible.quote(comment.group()) + ", which begins or ends hidden text");
        }
    }
}
