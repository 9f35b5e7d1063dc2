package dev.buildlog.extract;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/**
 * Takes the items of a list as insights, one an item.
 *
 * <p>An item over other items is a label, which is not an insight while those under it are, or a rule, which is one.
 * Under a rule, items that go on with its sentence explain it and are left; others are insights of their own.
 */
final class ListReader {

    private static final int WORDS_OF_A_LABEL = 3;
    private static final int WORDS_OF_A_SENTENCE = 5;

    private final Outline outline;
    private final Findings findings;
    private final Labels labels;
    private final Section section;

    ListReader(Outline outline, Findings findings, Labels labels, Section section) {
        this.outline = outline;
        this.findings = findings;
        this.labels = labels;
        this.section = section;
    }

    void read(Node list, String category) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            readItem(item, category);
        }
    }

    /** Reads a paragraph as if it were an item. */
    void readParagraph(Passage passage, String category) {
        readText(passage, List.of(), false, category);
    }

    private void readItem(Node item, String category) {
        List<Passage> parts = new ArrayList<>();
        List<Node> lists = new ArrayList<>();
        boolean code = false;
        for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Paragraph || child instanceof Heading) {
                parts.add(Passage.of(child, outline.lines()));
            } else if (child instanceof ListBlock) {
                lists.add(child);
            } else if (child instanceof BlockQuote) {
                findings.missAll(child, "Quoted text is not read.");
            } else if (child instanceof FencedCodeBlock || child instanceof IndentedCodeBlock) {
                code = true;
            } else if (!(child instanceof TaskListItemMarker) && Blocks.hasWords(child)) {
                findings.missAll(child, "Only the text of list items is read here.");
            }
        }
        if (parts.isEmpty()) {
            if (lists.isEmpty()) {
                findings.leave(Inlines.firstLine(item), "", code ? "An item of code alone." : "Empty.");
            }
            lists.forEach(list -> read(list, category));
        } else {
            readText(Passage.joined(parts), lists, code, category);
        }
    }

    private void readText(Passage whole, List<Node> lists, boolean code, String category) {
        Lead lead = whole.lead();
        String named = lead == null ? "" : CategoryNames.key(lead.name());
        String label = lists.isEmpty() ? "" : labelled(whole, lists);
        if (!label.isEmpty()) {
            String key = CategoryNames.ofHeading(label);
            leave(whole, "A label; what stands under it is read.");
            lists.forEach(list -> read(list, key.isEmpty() ? category : key));
        } else if (lists.isEmpty() && !code && endsInColon(whole.text())) {
            findings.miss(outline.lines().lineAt(whole.from()), whole.text(), "A label with nothing under it.");
        } else if (!Placeholder.reason(whole.text()).isEmpty()) {
            findings.take(whole, category, section);
            lists.forEach(list -> read(list, category));
        } else {
            boolean led = lead != null && (!named.isEmpty() || labels.announcedBy(lead));
            String into = named.isEmpty() ? category : named;
            findings.take(led ? whole.after(lead, outline.lines()) : whole, into, section);
            lists.forEach(list -> readUnder(whole.text(), list, into));
        }
    }

    private void readUnder(String rule, Node list, String category) {
        boolean explains = !goesOn(rule);
        for (Node item = list.getFirstChild(); item != null && explains; item = item.getNext()) {
            explains = goesOn(textOf(item));
        }
        if (explains) {
            findings.leaveAll(list, "Explains the item above.");
        } else {
            read(list, category);
        }
    }

    /** The words of {@code whole} if it only names what the lists under it are about; empty if it is a rule. */
    private String labelled(Passage whole, List<Node> lists) {
        String text = whole.text();
        if (text.isEmpty() || endsInColon(text)) {
            return text;
        }
        if (!CategoryNames.ofHeading(text).isEmpty() || words(text) == 1) {
            return text;
        }
        boolean ended = !Character.isLetterOrDigit(text.codePointBefore(text.length()));
        if (ended || words(text) > WORDS_OF_A_LABEL) {
            return "";
        }
        boolean bold = whole.runs().stream().allMatch(run -> run.bold() || PlainText.of(run.text()).isEmpty());
        return bold || lists.stream().allMatch(this::holdsSentences) ? text : "";
    }

    private boolean holdsSentences(Node list) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String text = textOf(item);
            if (goesOn(text) || words(text) < WORDS_OF_A_SENTENCE) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text begins in lower case, as one does that goes on with the sentence above it. */
    private static boolean goesOn(String text) {
        return !text.isEmpty() && Character.isLowerCase(text.codePointAt(0));
    }

    private static boolean endsInColon(String text) {
        return text.endsWith(":") || text.endsWith("：");
    }

    /** Words of a text; where a script has no spaces, two characters count as one. */
    static int words(String text) {
        long unspaced = text.codePoints().filter(ListReader::isUnspaced).count();
        return (text.isEmpty() ? 0 : text.split(" ").length) + (int) (unspaced / 2);
    }

    private static boolean isUnspaced(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private String textOf(Node item) {
        for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Paragraph) {
                return outline.textOf(child);
            }
        }
        return "";
    }

    private void leave(Passage passage, String reason) {
        findings.leave(outline.lines().lineAt(passage.from()), passage.text(), reason);
    }
}
