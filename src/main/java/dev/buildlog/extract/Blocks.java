package dev.buildlog.extract;

import java.util.regex.Pattern;
import org.commonmark.ext.front.matter.YamlFrontMatterBlock;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** Which kinds of block can hold a learning, and what to call the others. */
final class Blocks {

    /** Why a paragraph of a learning section was left; void once another step takes an insight from that paragraph. */
    static final String PLAIN_TEXT = "Plain text; only list items and tables are read here.";

    /** Why the paragraph before a list was left; void like the other. */
    static final String INTRODUCTION = "An introduction; what follows it is read.";

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?(?:-->|\\z)");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");

    private Blocks() {}

    /** Whether a reason no longer holds once some step takes an insight from the paragraph. */
    static boolean isVoidable(String reason) {
        return reason.equals(PLAIN_TEXT) || reason.equals(INTRODUCTION);
    }

    /** Whether a block without blocks in it shows words that could be a learning. */
    static boolean hasWords(Node leaf) {
        return structure(leaf).isEmpty();
    }

    /** What a block is that never holds a learning; empty where it could hold one. */
    static String structure(Node leaf) {
        boolean words = leaf instanceof Paragraph || leaf instanceof Heading;
        if (words || leaf instanceof TableBlock || leaf instanceof ListItem) {
            return "";
        }
        if (leaf instanceof HtmlBlock html) {
            return visible(html).isEmpty() ? "HTML without text" : "";
        }
        if (leaf instanceof FencedCodeBlock) {
            return "code";
        }
        if (leaf instanceof IndentedCodeBlock) {
            return "indented code";
        }
        if (leaf instanceof ThematicBreak) {
            return "rule";
        }
        if (leaf instanceof LinkReferenceDefinition) {
            return "link definition";
        }
        return leaf instanceof YamlFrontMatterBlock ? "front matter" : "not Markdown";
    }

    /** Text of a block without blocks in it, as a reader sees it. */
    static String text(Node leaf, Outline outline) {
        return leaf instanceof HtmlBlock html ? visible(html) : outline.textOf(leaf);
    }

    /** Whether a piece of source has a comment, which no reader sees, or a part of one. */
    static boolean hides(String source) {
        return source.contains("<!--") || source.contains("-->");
    }

    private static String visible(HtmlBlock html) {
        String uncommented = COMMENT.matcher(html.getLiteral()).replaceAll(" ");
        return PlainText.of(TAG.matcher(uncommented).replaceAll(" "));
    }
}
