package dev.buildlog.curate.gate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** A text under examination: as the checks so far have left it, what they found, and forms of it that several of them read. */
public final class Draft {

    /** A part of the text and what stands in its place. */
    record Edit(int start, int end, String replacement) {}

    private final Set<Offence> offences = new LinkedHashSet<>();
    private final Map<Form, BitSet> hints = new IdentityHashMap<>();
    private String text;
    private int @Nullable [] origins;
    private @Nullable String shown;
    private @Nullable String linked;
    private @Nullable String plain;
    private int @Nullable [] linkedOrigins;
    private @Nullable List<Form> forms;
    private @Nullable Form whole;
    private @Nullable Node markdown;

    Draft(String text) {
        this.text = text;
    }

    /** The text as it stands now. */
    public String text() {
        return text;
    }

    /** The text with spaces in place of its code spans; as long as the text. */
    String shown() {
        String known = shown;
        if (known == null) {
            known = CodeSpans.blank(text);
            shown = known;
        }
        return known;
    }

    /** The linked text with its look-alikes undone. */
    String plain() {
        String known = plain;
        if (known == null) {
            known = Plain.of(linked());
            plain = known;
        }
        return known;
    }

    /** The ways in which a reader might take the text. */
    List<Form> forms() {
        List<Form> known = forms;
        if (known == null) {
            known = Form.of(linked());
            forms = known;
        }
        return known;
    }

    /** All of the text in lower case, with what it quotes and its code. */
    Form whole() {
        Form known = whole;
        if (known == null) {
            known = Form.whole(linked());
            whole = known;
        }
        return known;
    }

    /** Numbers of the attacks that a form of this text hints at. */
    BitSet hints(Form form) {
        return hints.computeIfAbsent(form, KnownAttacks.HINTS::in);
    }

    /** The text read as Markdown. */
    Node markdown() {
        Node known = markdown;
        if (known == null) {
            known = Markdown.parse(text);
            markdown = known;
        }
        return known;
    }

    /** Reports a find of {@code check} at an offset of the present text. */
    public void found(Check check, int at, String message) {
        offences.add(new Offence(check.id(), check.action(), Visible.text(message), origin(at)));
    }

    /** The same; {@code inLinked} if the offset is one of {@link #linked}. */
    void found(Check check, int at, String message, boolean inLinked) {
        int written = inLinked && linked != null ? origin(linkedOrigins, at) : origin(at);
        offences.add(new Offence(check.id(), check.action(), Visible.text(message), written));
    }

    /** Remembers the text as it is for those who want to know where its links led. */
    void keepLinks() {
        linked = text;
        linkedOrigins = origins;
        plain = null;
        forms = null;
        whole = null;
    }

    /** The text with the links that were taken out. */
    String linked() {
        String known = linked;
        return known == null ? text : known;
    }

    /** Puts {@code replacement} in the place of the whole text. */
    public void rewrite(String replacement) {
        if (replacement.length() == text.length()) {
            become(replacement);
        } else {
            edit(List.of(new Edit(0, text.length(), replacement)));
        }
    }

    /** Makes all of {@code edits}, which do not overlap and stand in their order. */
    void edit(List<Edit> edits) {
        if (edits.isEmpty()) {
            return;
        }
        StringBuilder now = new StringBuilder();
        List<Integer> moved = new ArrayList<>();
        int from = 0;
        for (Edit edit : edits) {
            keep(now, moved, from, edit.start());
            for (int i = 0; i < edit.replacement().length(); i++) {
                now.append(edit.replacement().charAt(i));
                moved.add(origin(Math.min(edit.start() + i, Math.max(edit.start(), edit.end() - 1))));
            }
            from = edit.end();
        }
        keep(now, moved, from, text.length());
        origins = moved.stream().mapToInt(Integer::intValue).toArray();
        become(now.toString());
    }

    List<Offence> offences() {
        return List.copyOf(offences);
    }

    private void keep(StringBuilder now, List<Integer> moved, int from, int to) {
        now.append(text, from, to);
        for (int i = from; i < to; i++) {
            moved.add(origin(i));
        }
    }

    private int origin(int at) {
        return origin(origins, at);
    }

    private static int origin(int @Nullable [] known, int at) {
        if (known == null) {
            return at;
        }
        return known.length == 0 ? 0 : known[Math.min(at, known.length - 1)];
    }

    private void become(String now) {
        text = now;
        shown = null;
        plain = null;
        forms = null;
        whole = null;
        markdown = null;
    }
}
