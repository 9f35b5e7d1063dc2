package dev.buildlog.extract;

import dev.buildlog.model.EntryVersion;

/**
 * Takes the list items, and the tables with a learning column, of every section under an improvements heading. The bean
 * behind {@code extract-improvements-action}.
 *
 * <p>The innermost heading that names a built-in category gives the category, unless bold words at the start of an item
 * name one. Whatever else stands in such a section is left with a remark, except code, comments and rules.
 */
public final class ImprovementsExtractor implements Extractor {

    /** Headings that begin a section of improvements. */
    public static final String HEADINGS = "Improvements";

    private String name = "improvements";
    private Names headings = Names.of(HEADINGS);
    private Names skip = Names.of(SectionReader.SKIP);
    private Names columns = Names.of(TableReader.COLUMNS);

    /** Name given to insights as the one that took them. */
    public void setName(String name) {
        this.name = name;
    }

    /** Headings that begin a section of improvements, separated by commas; any level, any case. */
    public void setHeadings(String headings) {
        this.headings = Names.of(headings);
    }

    /** Headings below those whose items are not learnings, separated by commas. */
    public void setSkip(String skip) {
        this.skip = Names.of(skip);
    }

    /** Headings of the table columns that hold learnings, separated by commas. */
    public void setColumns(String columns) {
        this.columns = Names.of(columns);
    }

    @Override
    public EntryVersion extract(EntryVersion entry) {
        if (entry.removed()) {
            return entry;
        }
        Outline outline = Outline.of(entry.text());
        Findings findings = new Findings(entry, outline, name);
        SectionReader reader = new SectionReader(outline, findings, new Labels(Labels.DEFAULT), skip, columns);
        for (Section section : outline.sections()) {
            int heading = headings.indexIn(section.path());
            if (heading >= 0) {
                reader.read(section, heading);
            }
        }
        return findings.added();
    }
}
