package dev.buildlog.curate.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tags of HTML outside code: a page would obey them instead of showing them. */
final class RawHtml implements Check {

    private static final Pattern TAG = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]{0,12})(?=[\\s/>])[^<>`]{0,200}>");
    private static final Pattern STYLED = Pattern.compile("<(b|i|em|strong|u|s|kbd|small|mark|big|tt|span|p|sub|sup)>([^<>]{0,300})</\\1>");
    private static final Set<String> NAMES = Set.copyOf(Lists.lines("html-elements.txt"));

    @Override
    public String id() {
        return "raw-html";
    }

    @Override
    public Action action() {
        return Action.STRIP;
    }

    @Override
    public String about() {
        return "Tags of HTML outside code; those around a word are taken off, others are shown as code.";
    }

    @Override
    public void examine(Draft draft) {
        if (draft.text().indexOf('<') < 0) {
            return;
        }
        List<Draft.Edit> edits = new ArrayList<>();
        for (Matcher styled = STYLED.matcher(draft.shown()); styled.find(); ) {
            edits.add(new Draft.Edit(styled.start(), styled.end(), draft.text().substring(styled.start(2), styled.end(2))));
        }
        if (edits.isEmpty()) {
            edits.addAll(asCode(draft));
        }
        if (!edits.isEmpty()) {
            draft.found(this, edits.get(0).start(), "has a tag of HTML outside code");
            draft.edit(edits);
        }
    }

    private static List<Draft.Edit> asCode(Draft draft) {
        List<Draft.Edit> edits = new ArrayList<>();
        boolean code = draft.text().indexOf('`') < 0;
        for (Matcher tag = TAG.matcher(draft.shown()); tag.find(); ) {
            boolean escaped = tag.start() > 0 && draft.text().charAt(tag.start() - 1) == '\\';
            if (!escaped && NAMES.contains(tag.group(1).toLowerCase(Locale.ROOT))) {
                String shown = draft.text().substring(tag.start(), tag.end());
                edits.add(new Draft.Edit(tag.start(), tag.end(), code ? "`" + shown + "`" : "\\" + shown));
            }
        }
        return edits;
    }
}
