package dev.buildlog.extract;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.EntryVersion;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes the list items of every section under certain headings, and the rows of tables with a learning column; paragraphs where
 * there is neither. The bean behind {@code extract-sections-action} and {@code extract-findings-action}.
 *
 * <p>The innermost heading that names a category gives the category, unless bold words at the start of an item name one.
 * Whatever else stands in such a section is left with a remark, except code, comments and rules.
 */
public class SectionsExtractor implements Extractor {

    /** Headings that begin a section of learnings. */
    public static final String HEADINGS =
            "What I Learned,What We Learned,Lessons Learned,Lessons,Learnings,Takeaways,For Next Time,Tooling";

    /** More of them, as people vary them: one regular expression a line. */
    public static final String PATTERNS = """
            (?:what|things|stuff) (?:i|we)(?:'ve| have)? (?:learned|learnt)(?: .*)?
            (?:(?:key|main|my|our|biggest|general|technical) )?(?:lessons?|learnings?|takeaways?|insights?)\
            (?: (?:learned|learnt))?(?: (?:from|about|for|of|so far|today)(?: .*)?)?
            (?:(?:notes?|tips?|ideas?|advice) )?(?:for )?(?:the )?next (?:time|session)
            what (?:i|we)(?:'d| would) (?:do|have done) (?:differently|better)(?: .*)?
            what (?:could|should) (?:be|have been|have gone) (?:better|improved|different)(?: .*)?
            gotchas|pitfalls|(?:today i learned|til)s?
            """;

    private String name = "sections";
    private final Headings headings = new Headings(HEADINGS, PATTERNS);
    private Names outside = Names.of(ImprovementsExtractor.HEADINGS);
    private Names skip = Names.of(SectionReader.SKIP);
    private Names columns = Names.of(TableReader.COLUMNS);
    private String category = "";
    private boolean prose = true;
    private @Nullable Pattern unless;

    /** Name given to insights as the one that took them. */
    public void setName(String name) {
        this.name = name;
    }

    /** Headings that begin a section, separated by commas; any level, any case. */
    public void setHeadings(String headings) {
        this.headings.name(headings);
    }

    /**
     * Regular expressions for more such headings, one a line; each stands for a whole heading in lower case, without emoji,
     * numbering and closing punctuation.
     *
     * @throws BuildlogException (bad configuration) if one does not compile
     */
    public void setPatterns(String patterns) {
        headings.match(patterns);
    }

    /** Headings left to another extractor, separated by commas. */
    public void setOutside(String outside) {
        this.outside = Names.of(outside);
    }

    /** Headings around or below those whose items are not learnings, separated by commas. */
    public void setSkip(String skip) {
        this.skip = Names.of(skip);
    }

    /** Headings of the table columns that hold learnings, separated by commas. */
    public void setColumns(String columns) {
        this.columns = Names.of(columns);
    }

    /** Category where no heading names one, as a key or as a built-in one's heading; empty leaves it to the categorise step. */
    public void setCategory(String category) {
        String key = CategoryNames.key(category);
        this.category = key.isEmpty() ? category.strip() : key;
    }

    /** Whether paragraphs are learnings in a section without lists and tables. */
    public void setProse(boolean prose) {
        this.prose = prose;
    }

    /** Words, separated by commas, that in a heading or in the line before a list say that nothing was done about its items. */
    public void setUnless(String unless) {
        String words = Arrays.stream(unless.split(",")).map(String::strip).filter(word -> !word.isEmpty()).map(Pattern::quote)
                .collect(Collectors.joining("|"));
        this.unless = words.isEmpty() ? null : Pattern.compile("(?iU)\\b(?:" + words + ")\\b");
    }

    @Override
    public EntryVersion extract(EntryVersion entry) {
        if (entry.removed()) {
            return entry;
        }
        Outline outline = Outline.of(entry.text());
        Findings findings = new Findings(entry, outline, name);
        SectionReader reader = new SectionReader(outline, findings, new Labels(Labels.DEFAULT),
                new SectionReader.Form(skip, columns, prose, unless, category));
        List<Section> sections = outline.sections();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            int heading = headings.indexIn(section, outline, outside);
            if (heading >= 0 && outside.indexIn(section.path()) < 0) {
                reader.read(section, heading, i + 1 < sections.size() && section.holds(sections.get(i + 1)));
            }
        }
        return findings.added();
    }
}
