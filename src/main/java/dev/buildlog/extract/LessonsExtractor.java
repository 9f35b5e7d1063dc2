package dev.buildlog.extract;

import dev.buildlog.model.EntryVersion;

/**
 * Takes lessons told outside the improvements: text after a bold label such as {@code **Lesson:**} anywhere in the
 * entry, and the list items under headings such as "What I Learned". The bean behind {@code extract-lessons-action}.
 */
public final class LessonsExtractor implements Extractor {

    /** Headings that begin a section of lessons. */
    public static final String HEADINGS =
            "What I Learned,What We Learned,Lessons learned,Lessons,Learnings,Takeaways,For Next Time";

    private String name = "lessons";
    private Labels labels = new Labels(Labels.DEFAULT);
    private Names headings = Names.of(HEADINGS);
    private Names outside = Names.of(ImprovementsExtractor.HEADINGS);
    private Names skip = Names.of(SectionReader.SKIP);
    private Names columns = Names.of(TableReader.COLUMNS);

    /** Name given to insights as the one that took them. */
    public void setName(String name) {
        this.name = name;
    }

    /** Bold words that announce a lesson, separated by commas; any case, with or without a number. */
    public void setLabels(String labels) {
        this.labels = new Labels(labels);
    }

    /** Headings that begin a section of lessons, separated by commas; any level, any case. */
    public void setHeadings(String headings) {
        this.headings = Names.of(headings);
    }

    /** Headings whose lists and tables are left to another extractor, separated by commas. */
    public void setOutside(String outside) {
        this.outside = Names.of(outside);
    }

    /** Headings below the lessons headings whose items are not learnings, separated by commas. */
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
        SectionReader reader = new SectionReader(outline, findings, labels, skip, columns);
        for (Section section : outline.sections()) {
            int elsewhere = outside.indexIn(section.path());
            int heading = headings.indexIn(section.path());
            boolean listsRead = elsewhere >= 0 || heading >= 0;
            if (elsewhere < 0 && heading >= 0) {
                reader.read(section, heading);
            }
            new LabelReader(outline, findings, labels, section, elsewhere >= 0 ? elsewhere : heading)
                    .read(section.blocks(), !listsRead);
        }
        return findings.added();
    }
}
