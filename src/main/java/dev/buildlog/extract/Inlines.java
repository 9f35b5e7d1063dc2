package dev.buildlog.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Flattens the inline tree of a block, without recursion: emphasis may nest as deep as a hostile author likes. */
final class Inlines {

    private Inlines() {}

    static List<Run> of(Node block, Lines lines) {
        List<Run> runs = new ArrayList<>();
        int line = firstLine(block);
        for (Node top = block.getFirstChild(); top != null; top = top.getNext()) {
            Node strong = null;
            Node node = top;
            while (node != null) {
                line = node.getSourceSpans().isEmpty() ? line : firstLine(node);
                String text = text(node);
                if (text != null) {
                    Node mark = strong == null ? top : strong;
                    Node own = node.getSourceSpans().isEmpty() ? mark : node;
                    runs.add(new Run(text, strong != null, line, startOf(mark, lines), endOf(mark, lines), startOf(own, lines),
                            endOf(own, lines)));
                }
                if (node.getFirstChild() != null) {
                    strong = strong == null && node instanceof StrongEmphasis ? node : strong;
                    node = node.getFirstChild();
                    continue;
                }
                while (node != top && node.getNext() == null) {
                    node = node.getParent();
                    strong = node == strong ? null : strong;
                }
                node = node == top ? null : node.getNext();
            }
        }
        return runs;
    }

    private static String text(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        }
        if (node instanceof Code code) {
            return fenced(code.getLiteral());
        }
        if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            return "\n";
        }
        if (node instanceof HtmlInline html) {
            return html.getLiteral().toLowerCase(Locale.ROOT).startsWith("<br") ? " " : null;
        }
        return null;
    }

    /** The code between as many backticks as it needs to be read as the same code again. */
    private static String fenced(String code) {
        String fence = "`";
        while (code.contains(fence)) {
            fence += "`";
        }
        String pad = code.startsWith("`") || code.endsWith("`") ? " " : "";
        return fence + pad + code + pad + fence;
    }

    /** First line of a node that has source positions, from 1. */
    static int firstLine(Node node) {
        return node.getSourceSpans().isEmpty() ? 1 : node.getSourceSpans().get(0).getLineIndex() + 1;
    }

    /** Last line of a node, from 1. */
    static int lastLine(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 1 : spans.get(spans.size() - 1).getLineIndex() + 1;
    }

    private static int startOf(Node node, Lines lines) {
        return node.getSourceSpans().isEmpty() ? -1 : start(node, lines);
    }

    private static int endOf(Node node, Lines lines) {
        return node.getSourceSpans().isEmpty() ? -1 : end(node, lines);
    }

    /** Offset of the first character of a node that has source positions. */
    static int start(Node node, Lines lines) {
        SourceSpan first = node.getSourceSpans().get(0);
        return lines.offset(first.getLineIndex(), first.getColumnIndex());
    }

    /** Offset behind the last character of a node that has source positions. */
    static int end(Node node, Lines lines) {
        List<SourceSpan> spans = node.getSourceSpans();
        SourceSpan last = spans.get(spans.size() - 1);
        return lines.offset(last.getLineIndex(), last.getColumnIndex() + last.getLength());
    }
}
