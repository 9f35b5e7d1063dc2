package dev.buildlog.extract;

import dev.buildlog.model.Assessment;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Insight;
import dev.buildlog.model.Remark;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.jspecify.annotations.Nullable;

/**
 * Adds to an entry what somebody who has read it, such as a language model, claims that it teaches. A claim counts only with a
 * quote that really stands in the entry where a reader sees it, which also gives it its line.
 */
public final class QuotedClaims {

    /** Shortest quote, in bytes of UTF-8: less stands in every text, but where a word is one sign, few signs say much. */
    private static final int SHORTEST_QUOTE = 12;

    /** Marks of quotes and list items, which whoever quotes may copy too. */
    private static final Pattern MARKS = Pattern.compile("^\\s*(?:(?:>|[-*+]|\\d{1,3}[.)])\\s+)+");

    private final EntryVersion entry;
    private final Outline outline;
    private final List<Place> places;
    private final String extractor;
    private final List<Insight> insights;
    private final List<Remark> remarks = new ArrayList<>();

    /** @param extractor name given to insights as the one that took them */
    public QuotedClaims(EntryVersion entry, String extractor) {
        this.entry = entry;
        this.outline = Outline.of(entry.text());
        this.places = places(outline);
        this.extractor = extractor;
        this.insights = new ArrayList<>(entry.insights());
    }

    /**
     * What is claimed.
     *
     * @param text the learning
     * @param category category key for where no heading decides; empty for none
     * @param quote what backs it; white space may differ from the entry's
     * @param assessment how much it matters; null where nobody said
     */
    public record Claim(String text, String category, String quote, @Nullable Assessment assessment) {}

    /**
     * Adds {@code claim} as an insight, unless another step has taken the same passage; refuses it, with a remark, if it has no
     * backing.
     */
    public void add(Claim claim) {
        String text = PlainText.of(claim.text());
        boolean says = claim.quote().strip().getBytes(StandardCharsets.UTF_8).length >= SHORTEST_QUOTE;
        Optional<Quote> found = says ? find(claim.quote()) : Optional.empty();
        String placeholder = Placeholder.reason(text);
        if (!placeholder.isEmpty()) {
            refuse(text, placeholder);
        } else if (text.length() > Findings.LONGEST) {
            refuse(text, "Longer than " + Findings.LONGEST + " characters.");
        } else if (found.isEmpty()) {
            refuse(text, "The quote that should back it does not stand in the entry.");
        } else if (!isTaken(found.get(), text)) {
            Section section = sectionAt(found.get().line());
            String heading = CategoryNames.ofHeadings(section.path());
            insights.add(new Insight(text, heading.isEmpty() ? claim.category() : heading, found.get().line(), section.name(),
                    found.get().text(), extractor, null, claim.assessment(), "",
                    outline.hearsay().at(found.get().line(), found.get().text())));
        }
    }

    /** Says why something that was claimed is not an insight. */
    public void refuse(String text, String reason) {
        remarks.add(new Remark(1, PlainText.cut(PlainText.of(text)), "Claimed by " + extractor + " and refused: " + reason));
    }

    /** The entry with the claims that count, in order of their lines, and with remarks on the others. */
    public EntryVersion added() {
        insights.sort(Comparator.comparingInt(Insight::line));
        return entry.withInsights(insights).plusRemarks(remarks);
    }

    /** @param line where it begins, from 1 */
    private record Quote(int line, String text) {}

    /**
     * A block with words in it.
     *
     * @param from offset of its source
     * @param collapsed the source on one line; empty where it hides something from readers
     * @param visible what a reader sees of it, on one line
     */
    private record Place(Leaf leaf, int from, String source, String collapsed, String visible) {}

    private static List<Place> places(Outline outline) {
        List<Place> places = new ArrayList<>();
        for (Leaf leaf : outline.leaves()) {
            if (Blocks.hasWords(leaf.node()) && !(leaf.node() instanceof Heading)) {
                int from = outline.lines().textStart(leaf.first());
                String source = outline.lines().slice(from, outline.lines().textEnd(leaf.last()));
                places.add(new Place(leaf, from, source, Blocks.hides(source) ? "" : Whitespace.collapsed(source),
                        Whitespace.collapsed(Blocks.text(leaf.node(), outline))));
            }
        }
        return places;
    }

    private Optional<Quote> find(String claimed) {
        String quoted = MARKS.matcher(claimed).replaceFirst("");
        String asWritten = Whitespace.collapsed(quoted);
        String asSeen = Whitespace.collapsed(PlainText.of(quoted));
        for (Place place : places) {
            if (place.collapsed().contains(asWritten)) {
                int[] found = Whitespace.find(place.source(), quoted);
                if (found.length > 0) {
                    return Optional.of(new Quote(outline.lines().lineAt(place.from() + found[0]),
                            place.source().substring(found[0], found[1])));
                }
            }
            if (!asSeen.isEmpty() && place.visible().contains(asSeen)) {
                return Optional.of(new Quote(place.leaf().first(), place.source()));
            }
        }
        return Optional.empty();
    }

    /** Whether the passage, or one that holds it, is an insight already; also where a claim was made twice. */
    private boolean isTaken(Quote quote, String text) {
        String quoted = Whitespace.collapsed(quote.text());
        int last = quote.line() + (int) quote.text().lines().count() - 1;
        return insights.stream().anyMatch(known -> {
            int knownLast = known.line() + (int) known.quote().lines().count() - 1;
            if (known.line() > last || knownLast < quote.line()) {
                return false;
            }
            String other = Whitespace.collapsed(known.quote());
            return known.text().equals(text) || other.contains(quoted) || quoted.contains(other);
        });
    }

    private Section sectionAt(int line) {
        List<Section> sections = outline.sections();
        int i = sections.size() - 1;
        while (i > 0 && sections.get(i).line() > line) {
            i--;
        }
        return sections.get(i);
    }
}
