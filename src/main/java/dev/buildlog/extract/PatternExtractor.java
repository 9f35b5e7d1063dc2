package dev.buildlog.extract;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.EntryVersion;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a team's own regular expression finds in the visible lines of paragraphs, list items and tables. The bean
 * behind {@code extract-pattern-action}.
 *
 * <p>The first group, where there is one, is the insight; else the whole match is. The author of the expression is
 * trusted, the text is not: a line that costs the expression too many steps is left with a remark.
 */
public final class PatternExtractor implements Extractor {

    private static final int LONGEST_LINE = 5_000;
    private static final long STEPS_OF_A_LINE = 2_000_000;
    private static final long STEPS_OF_AN_ENTRY = 100_000_000;

    private String name = "pattern";
    private String category = "";
    private @Nullable Pattern pattern;

    /** Name given to insights as the one that took them. */
    public void setName(String name) {
        this.name = name;
    }

    /** Category of the insights, as a key or as a built-in one's heading; empty leaves it to the categorise step. */
    public void setCategory(String category) {
        String key = CategoryNames.key(category);
        this.category = key.isEmpty() ? category.strip() : key;
    }

    /**
     * Regular expression with at most one group, as {@link Pattern} reads it.
     *
     * @throws BuildlogException if it is no such expression; the message shows where
     */
    public void setPattern(String pattern) {
        try {
            Pattern compiled = Pattern.compile(pattern);
            if (compiled.matcher("").groupCount() > 1) {
                throw refused("pattern \"" + pattern + "\" has more than one group; use (?:...) to only group", null);
            }
            this.pattern = compiled;
        } catch (PatternSyntaxException e) {
            String at = e.getIndex() < 0 ? "" : " at position " + (e.getIndex() + 1);
            throw refused("pattern \"" + pattern + "\" is no regular expression: " + e.getDescription() + at, e);
        }
    }

    @Override
    public EntryVersion extract(EntryVersion entry) {
        if (pattern == null) {
            throw refused("the pattern extractor has no pattern; set the property \"pattern\"", null);
        }
        if (entry.removed()) {
            return entry;
        }
        Outline outline = Outline.of(entry.text());
        Search search = new Search(pattern, outline, new Findings(entry, outline, name));
        for (Section section : outline.sections()) {
            section.blocks().forEach(block -> search.block(block, section));
        }
        return search.findings.added();
    }

    private static BuildlogException refused(String message, @Nullable Throwable cause) {
        return new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, message, cause);
    }

    private final class Search {

        private final Pattern regex;
        private final Outline outline;
        private final Findings findings;
        private final BudgetedText.Budget ofEntry = new BudgetedText.Budget(STEPS_OF_AN_ENTRY);
        private boolean stopped;

        Search(Pattern regex, Outline outline, Findings findings) {
            this.regex = regex;
            this.outline = outline;
            this.findings = findings;
        }

        void block(Node block, Section section) {
            if (block instanceof Paragraph) {
                lines(Passage.of(block, outline.lines()), section);
            } else if (block instanceof TableBlock table) {
                table(table, section);
            } else {
                for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
                    if (child instanceof Block) {
                        block(child, section);
                    }
                }
            }
        }

        private void table(TableBlock table, Section section) {
            for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
                for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                        if (!cell.getSourceSpans().isEmpty()) {
                            lines(Passage.of(cell, outline.lines()), section);
                        }
                    }
                }
            }
        }

        private void lines(Passage passage, Section section) {
            for (Passage line : passage.lines(outline.lines())) {
                String text = line.text();
                int number = outline.lines().lineAt(line.from());
                if (text.length() > LONGEST_LINE) {
                    findings.miss(number, text, "Not searched for \"" + regex + "\": longer than " + LONGEST_LINE
                            + " characters.");
                } else if (!stopped && !text.isEmpty()) {
                    line(text, number, line, section);
                }
            }
        }

        private void line(String text, int number, Passage line, Section section) {
            try {
                var ofLine = new BudgetedText.Budget(STEPS_OF_A_LINE);
                Matcher matcher = regex.matcher(new BudgetedText(text, ofLine, ofEntry));
                while (matcher.find()) {
                    String group = matcher.groupCount() == 1 ? matcher.group(1) : null;
                    String found = group == null ? matcher.group() : group;
                    findings.take(new Passage(List.of(new Run(found, false, number, line.from(), line.to())),
                            line.from(), line.to()), category, section);
                }
            } catch (BudgetedText.Exhausted | StackOverflowError e) {
                stopped = ofEntry.isSpent();
                findings.miss(number, text, "The pattern \"" + regex + "\" took too many steps here; "
                        + (stopped ? "the rest of the entry was not searched." : "the line was left."));
            }
        }
    }
}
