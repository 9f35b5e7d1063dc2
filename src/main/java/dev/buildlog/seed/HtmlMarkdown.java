package dev.buildlog.seed;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeVisitor;

/**
 * The content of a web page as Markdown: headings, paragraphs, lists, tables and code of its main part. What a reader of the page
 * does not see, and what leads around the site, is left out.
 */
final class HtmlMarkdown implements NodeFilter {

    private static final String NO_CONTENT = "script,style,noscript,template,iframe,object,svg,canvas,nav,aside,footer,form,"
            + "button,select,dialog,[hidden],[aria-hidden=true],[style*=display:none],[style*=display: none],"
            + "[style*=visibility:hidden],[style*=visibility: hidden]";
    private static final Set<String> INLINE = Set.of("a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font",
            "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var",
            "wbr");
    private static final Set<String> NO_CELL = Set.of("table", "ul", "ol", "pre", "h1", "h2", "h3", "h4", "h5", "h6");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>|#~]");
    private static final Pattern MARKER = Pattern.compile("^(?:(\\d{1,9})(?=[.)])|(?=[-+=]))");
    private static final int DEEPEST = 20;

    private final Set<Element> layouts = Collections.newSetFromMap(new IdentityHashMap<>());
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder inline = new StringBuilder();
    private int depth;
    private boolean itemBegins;

    private HtmlMarkdown() {}

    /** Empty where the page shows no text. */
    static String of(Document page) {
        page.select(NO_CONTENT).remove();
        Element main = page.selectFirst("main, [role=main], article");
        HtmlMarkdown markdown = new HtmlMarkdown();
        markdown.findLayouts(page);
        (main == null ? page.body() : main).filter(markdown);
        markdown.flush();
        return markdown.out.toString();
    }

    /** Finds the tables around something that fits into no cell: those are there for the looks only. */
    private void findLayouts(Element page) {
        Deque<Element> open = new ArrayDeque<>();
        page.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int level) {
                if (node instanceof Element element && NO_CELL.contains(element.normalName())) {
                    if (!open.isEmpty()) {
                        layouts.add(open.peek());
                    }
                    if (element.normalName().equals("table")) {
                        open.push(element);
                    }
                }
            }

            @Override
            public void tail(Node node, int level) {
                if (node == open.peek()) {
                    open.pop();
                }
            }
        });
    }

    @Override
    public FilterResult head(Node node, int level) {
        if (node instanceof TextNode text) {
            append(escaped(text.text()));
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        String name = element.normalName();
        if (name.matches("h[1-6]")) {
            heading(element, name.charAt(1) - '0');
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("pre")) {
            flush();
            line("```");
            element.wholeText().lines().forEach(line -> line(line.replace("```", "'''")));
            line("```");
            out.append('\n');
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("table") && !layouts.contains(element)) {
            table(element);
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("strong") || name.equals("b")) {
            String text = escaped(element.text().strip());
            append(text.isEmpty() ? "" : "**" + text + "**");
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("code") || name.equals("tt") || name.equals("kbd")) {
            String text = element.text().strip().replace("`", "'");
            append(text.isEmpty() ? "" : "`" + text + "`");
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("br")) {
            inline.append('\n');
        } else if (!INLINE.contains(name)) {
            flush();
            depth += name.equals("li") ? 1 : 0;
            itemBegins |= name.equals("li");
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int level) {
        if (node instanceof Element element && !INLINE.contains(element.normalName()) && !element.normalName().equals("br")) {
            flush();
            if (element.normalName().equals("li")) {
                depth--;
                itemBegins = false;
            }
        }
        return FilterResult.CONTINUE;
    }

    private void heading(Element element, int rank) {
        flush();
        String text = escaped(element.text().strip());
        if (!text.isEmpty() && depth == 0) {
            out.append("#".repeat(rank)).append(' ').append(text).append("\n\n");
        } else if (!text.isEmpty()) {
            append("**" + text + "**");
            flush();
        }
    }

    private void table(Element table) {
        flush();
        List<List<String>> rows = table.select("tr").stream()
                .map(row -> row.select("> th, > td").stream().map(cell -> escaped(cell.text().strip())).toList())
                .filter(row -> !row.isEmpty())
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            line("| " + String.join(" | ", rows.get(i)) + " |");
            if (i == 0) {
                line("|" + "---|".repeat(rows.get(0).size()));
            }
        }
        out.append('\n');
    }

    private void append(String text) {
        boolean spaced = inline.isEmpty() || Character.isWhitespace(inline.charAt(inline.length() - 1));
        inline.append(spaced ? text.stripLeading() : text);
    }

    /** Ends the paragraph in hand. */
    private void flush() {
        String text = inline.toString().strip();
        inline.setLength(0);
        if (!text.isEmpty()) {
            text.lines().map(String::strip).filter(line -> !line.isEmpty())
                    .forEach(line -> line(unmarked(line)));
            out.append('\n');
        }
    }

    /** A line that begins like a list item or an underline, so that it is none. */
    private static String unmarked(String line) {
        return MARKER.matcher(line).replaceFirst("$1\\\\");
    }

    private void line(String text) {
        int level = Math.min(depth, DEEPEST);
        if (itemBegins) {
            out.append("  ".repeat(level - 1)).append("- ");
            itemBegins = false;
        } else {
            out.append("  ".repeat(level));
        }
        out.append(text).append('\n');
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }
}
