package dev.buildlog.curate.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;

/** Parts of Markdown that a reader of the page is not shown. */
final class HiddenMarkdown implements Check {

    private static final Pattern DEFINITION = Pattern.compile("(?:^|\\s)\\[[^\\]\\[]{1,80}\\]:\\s*(?:#|<|\\S{1,300}\\s+[(\"'])");
    private static final Pattern INVISIBLE_STYLE = Pattern.compile("\\\\(?:color|textcolor|phantom|hphantom|vphantom|tiny|href|url)\\s*\\{"
            + "|\\$\\\\(?:color|text)", Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "hidden-markdown";
    }

    @Override
    public Action action() {
        return Action.QUARANTINE;
    }

    @Override
    public String about() {
        return "Link definitions, titles of links, links without a text, and formulas that can hide their text.";
    }

    @Override
    public void examine(Draft draft) {
        String shown = draft.shown();
        if (shown.indexOf('[') >= 0) {
            definitions(draft, shown);
            Markdown.each(draft.markdown(), LinkReferenceDefinition.class, definition ->
                    draft.found(this, Markdown.start(definition), "has a link definition, which is not shown"));
            Markdown.each(draft.markdown(), Link.class, link -> {
                boolean titled = link.getTitle() != null && !link.getTitle().isBlank();
                if (titled || link.getFirstChild() == null) {
                    draft.found(this, Markdown.start(link), titled ? "has a link with a title, which is not shown"
                            : "has a link without a text");
                }
            });
        }
        Matcher style = INVISIBLE_STYLE.matcher(shown);
        if (shown.indexOf('\\') >= 0 && style.find()) {
            draft.found(this, style.start(), "has a formula that can hide its text: " + Visible.quote(style.group()));
        }
    }

    private void definitions(Draft draft, String shown) {
        Matcher definition = DEFINITION.matcher(shown);
        if (definition.find()) {
            draft.found(this, definition.start(), "has a link definition, which is not shown: " + Visible.quote(definition.group()));
        }
    }
}
