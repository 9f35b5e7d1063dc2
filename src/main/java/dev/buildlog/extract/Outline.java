package dev.buildlog.extract;

import dev.buildlog.model.Remark;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** A Markdown text, parsed once: its sections by heading, its blocks by line. Takes time in proportion to the text. */
final class Outline {

    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\uFEFF?---[ \\t]*\\R(?:[\\w.-]+[ \\t]*:|#|---)");
    private static final Pattern FRONT_MATTER_END = Pattern.compile("(?m)^(?:---|\\.\\.\\.)[ \\t]*$");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…]\\s*$");

    /** What was read last by each thread: the extractors of a route read the same text one after the other. */
    private static final ThreadLocal<WeakReference<Outline>> LAST = new ThreadLocal<>();

    private final String text;
    private final Lines lines;
    private final Node root;
    private final String title;
    private final boolean titled;
    private final List<Section> sections = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private @Nullable Hearsay hearsay;

    private Outline(String text) {
        this.text = text;
        lines = new Lines(text);
        String tame = Bounds.tame(lines, remarks);
        List<Extension> extensions = new ArrayList<>(List.of(TaskListItemsExtension.create()));
        if (hasFrontMatter(text)) {
            extensions.add(YamlFrontMatterExtension.create());
        }
        root = Parser.builder()
                .extensions(extensions)
                .customBlockParserFactory(new BoundedParagraphs(remarks))
                .customBlockParserFactory(new BoundedTables(lines.count()))
                .inlineParserFactory(BoundedInlineParser::new)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .build()
                .parse(tame);
        split();
        title = findTitle();
        titled = sections.stream().anyMatch(section -> section.path().size() > 1 && section.path().get(0).equals(title));
        for (Node block = root.getFirstChild(); block != null; block = block.getNext()) {
            leavesOf(block, leaves);
        }
    }

    static Outline of(String text) {
        WeakReference<Outline> last = LAST.get();
        Outline known = last == null ? null : last.get();
        if (known != null && known.text.equals(text)) {
            return known;
        }
        Outline outline = new Outline(text);
        LAST.set(new WeakReference<>(outline));
        return outline;
    }

    Lines lines() {
        return lines;
    }

    /** All sections in order; the first one is what stands before any heading and has no path. */
    List<Section> sections() {
        return sections;
    }

    /** All blocks without blocks in them, in order of their lines. */
    List<Leaf> leaves() {
        return leaves;
    }

    /** Which words are those of others. */
    Hearsay hearsay() {
        Hearsay known = hearsay;
        if (known == null) {
            known = new Hearsay(hasFrontMatter(text) ? text.substring(0, frontMatterEnd(text)) : "", sections, this);
            hearsay = known;
        }
        return known;
    }

    /** What could not be read at all. */
    List<Remark> remarks() {
        return remarks;
    }

    /** Text of the first heading of level 1; empty where there is none. */
    String title() {
        return title;
    }

    private String findTitle() {
        for (Node block = root.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading heading && heading.getLevel() == 1) {
                return textOf(heading);
            }
        }
        return "";
    }

    /** Whether a heading that stands first is the title of the entry: the first of level 1, with other headings under it. */
    boolean isTitle(String heading) {
        return titled && heading.equals(title);
    }

    /** Text of a block as a reader sees it. */
    String textOf(Node block) {
        return PlainText.of(Inlines.of(block, lines));
    }

    /** Adds the blocks without blocks in {@code block}, itself included, to {@code found}. */
    static void leavesOf(Node block, List<Leaf> found) {
        if (block.getFirstChild() instanceof Block) {
            for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
                leavesOf(child, found);
            }
        } else if (!block.getSourceSpans().isEmpty()) {
            found.add(new Leaf(block, Inlines.firstLine(block), Inlines.lastLine(block)));
        }
    }

    private void split() {
        List<Heading> open = new ArrayList<>();
        List<Node> blocks = new ArrayList<>();
        sections.add(new Section(List.of(), 1, blocks));
        List<String> path = new ArrayList<>();
        for (Node block = root.getFirstChild(); block != null; block = block.getNext()) {
            if (!(block instanceof Heading heading) || isRuledOffProse(heading)) {
                blocks.add(block);
                continue;
            }
            while (!open.isEmpty() && open.get(open.size() - 1).getLevel() >= heading.getLevel()) {
                open.remove(open.size() - 1);
                path.remove(path.size() - 1);
            }
            open.add(heading);
            path.add(textOf(heading));
            blocks = new ArrayList<>();
            sections.add(new Section(List.copyOf(path), Inlines.firstLine(heading), blocks));
        }
    }

    /** Whether dashes under a paragraph, meant as a rule or as an empty item, made a heading of it. */
    private boolean isRuledOffProse(Heading heading) {
        int first = Inlines.firstLine(heading);
        int last = Inlines.lastLine(heading);
        if (first == last || !lines.line(last).strip().startsWith("-")) {
            return false;
        }
        boolean emptyItem = lines.line(last).strip().length() < 3;
        Node only = heading.getFirstChild() == heading.getLastChild() ? heading.getFirstChild() : null;
        return emptyItem || last - first > 1 || only instanceof Emphasis
                || SENTENCE_END.matcher(lines.line(first)).find();
    }

    /** Front matter needs a key or comment after its first line, and an end; a ruled-off introduction has neither. */
    private static boolean hasFrontMatter(String text) {
        var begin = FRONT_MATTER.matcher(text);
        return begin.lookingAt() && FRONT_MATTER_END.matcher(text).find(4);
    }

    private static int frontMatterEnd(String text) {
        var end = FRONT_MATTER_END.matcher(text);
        return end.find(4) ? end.start() : 0;
    }
}
