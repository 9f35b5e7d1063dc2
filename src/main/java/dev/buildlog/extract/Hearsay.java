package dev.buildlog.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/**
 * Which lines of an entry hold words of others: quotes, what stands under a heading or behind a sentence that names a log, an issue
 * or a page as its source, and text that is all link. An entry whose front matter names such an {@code origin} holds nothing else.
 */
final class Hearsay {

    static final String QUOTE = "quote";
    static final String LOG = "log";
    static final String ISSUE = "issue";
    static final String WEB = "web";

    /** What names a source, and what words from there are; the first that fits counts. */
    private record Source(String kind, Pattern announced, Pattern heading) {

        static Source of(String kind, String names) {
            String from = "(?:from|quot(?:e|ed|ing)(?: from)?|copied from|pasted from|according to|output of|says?|said|excerpt of)";
            return new Source(kind,
                    Pattern.compile("(?i)^(?:(?:\\w+ ){0,4}" + from + " (?:the |an? |our |their |this )?(?:\\S+ ){0,2}?(?:" + names
                            + ")\\b[^:]{0,60}|(?:the |an? )?(?:\\S+ )?(?:" + names + ")(?: \\S+){0,2}? (?:says?|said|reads?|prints?"
                            + "|printed|shows?|showed|told|advises?|suggests?)(?: (?:us|me|to|this|that))?)\\s*[:：]"),
                    Pattern.compile("(?i)^(?:(?:from|quoted from|excerpt of|out of) )?(?:the )?(?:\\S+ )?(?:" + names
                            + ")(?: (?:output|excerpt|text|says|#?\\d+))?$"));
        }
    }

    private static final List<Source> SOURCES = List.of(
            Source.of(LOG, "logs?|log file|output|console|stack ?traces?|backtrace|stderr|stdout|error messages?|error output|build log"
                    + "|terminal|journalctl|dmesg"),
            Source.of(ISSUE, "issues?|tickets?|bug reports?|pull requests?|review comments?|issue comments?|discussions?|e-?mails?|chats?"
                    + "|slack|support requests?"),
            Source.of(WEB, "web|web ?sites?|web ?pages?|pages?|blogs?|blog posts?|articles?|stack ?overflow|forums?|internet|tutorials?"
                    + "|https?://\\S+|search results?"));

    private static final Pattern ALL_LINK = Pattern.compile("\\s*(?:[-*+]|\\d{1,9}[.)])?\\s*(?:\\[[x ]]\\s*)?"
            + "(?:[*_]{0,3}\\[[^\\]\\n]*]\\([^)\\n]*\\)[*_]{0,3}|<https?://[^>\\s]*>|https?://\\S++)[\\s.!,;]*+");
    private static final Pattern ORIGIN = Pattern.compile("(?m)^origin[ \\t]*:[ \\t]*[\"']?(log|issue|web|quote)[\"']?[ \\t]*$");

    /** Characters at the beginning of a text in which it may say where it comes from. */
    private static final int FAR = 300;

    private final Map<Integer, String> lines = new HashMap<>();
    private final String ofAll;

    /**
     * Finds them.
     *
     * @param frontMatter as it is written; empty for none
     * @param sections those of the entry
     */
    Hearsay(String frontMatter, List<Section> sections, Outline outline) {
        var origin = ORIGIN.matcher(frontMatter);
        ofAll = origin.find() ? origin.group(1) : "";
        for (Section section : sections) {
            String heading = section.path().isEmpty() ? "" : section.path().get(section.path().size() - 1);
            String kind = SOURCES.stream().filter(source -> source.heading.matcher(heading).find()).map(Source::kind).findFirst()
                    .orElse("");
            look(section.blocks().stream(), kind, outline);
        }
    }

    /** Whose words stand at {@code line}, written as {@code source}; empty for the author's own. */
    String at(int line, String source) {
        if (!ofAll.isEmpty()) {
            return ofAll;
        }
        String known = lines.getOrDefault(line, "");
        return known.isEmpty() && ALL_LINK.matcher(source).matches() ? WEB : known;
    }

    /** @param kind whose words all of them are; empty for the author's */
    private void look(Stream<Node> blocks, String kind, Outline outline) {
        String announced = "";
        for (Node block : (Iterable<Node>) blocks::iterator) {
            String here = !kind.isEmpty() ? kind : announced;
            announced = "";
            if (block instanceof BlockQuote) {
                mark(block, here.isEmpty() ? QUOTE : here);
            } else if (!here.isEmpty() && !(block instanceof Heading)) {
                mark(block, here);
            } else if (block instanceof Paragraph) {
                String text = outline.textOf(block);
                String named = named(text);
                if (!named.isEmpty() && text.strip().endsWith(":")) {
                    announced = named;
                } else if (!named.isEmpty()) {
                    mark(block, named);
                }
            } else if (block.getFirstChild() instanceof Block) {
                look(Stream.iterate(block.getFirstChild(), node -> node != null, Node::getNext), "", outline);
            }
        }
    }

    private void mark(Node block, String kind) {
        for (int line = Inlines.firstLine(block); line <= Inlines.lastLine(block); line++) {
            lines.put(line, kind);
        }
    }

    private static String named(String whole) {
        String text = whole.length() > FAR ? whole.substring(0, FAR) : whole;
        return SOURCES.stream().filter(source -> source.announced.matcher(text).find()).map(Source::kind).findFirst().orElse("");
    }
}
