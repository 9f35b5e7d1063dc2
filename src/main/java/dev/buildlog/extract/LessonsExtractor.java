package dev.buildlog.extract;

import dev.buildlog.model.EntryVersion;

/**
 * Takes lessons told anywhere in the text: behind a label such as {@code **Lesson:**}, in a sentence that says it is one, and
 * in a table with a column of lessons. The bean behind {@code extract-lessons-action}.
 */
public final class LessonsExtractor implements Extractor {

    private String name = "lessons";
    private Labels labels = new Labels(Labels.DEFAULT);
    private Phrases phrases = new Phrases(Phrases.DEFAULT);
    private String category = "";
    private final Headings outside = new Headings(ImprovementsExtractor.HEADINGS + "," + SectionsExtractor.HEADINGS,
            SectionsExtractor.PATTERNS);

    /** Name given to insights as the one that took them. */
    public void setName(String name) {
        this.name = name;
    }

    /** Words that announce a lesson, separated by commas; any case, bold or not, with or without a number. */
    public void setLabels(String labels) {
        this.labels = new Labels(labels);
    }

    /**
     * Regular expressions, one a line, for a whole sentence that is a lesson; the lesson is the group, where there is one.
     *
     * @throws dev.buildlog.model.BuildlogException (bad configuration) if one does not compile or has several groups
     */
    public void setPhrases(String phrases) {
        this.phrases = new Phrases(phrases);
    }

    /** Category where no heading names one, as a key or as a built-in one's heading; empty leaves it to the categorise step. */
    public void setCategory(String category) {
        String key = CategoryNames.key(category);
        this.category = key.isEmpty() ? category.strip() : key;
    }

    /** Headings whose lists and tables are left to other extractors, separated by commas. */
    public void setOutside(String outside) {
        this.outside.name(outside);
        this.outside.match("");
    }

    @Override
    public EntryVersion extract(EntryVersion entry) {
        if (entry.removed()) {
            return entry;
        }
        Outline outline = Outline.of(entry.text());
        Findings findings = new Findings(entry, outline, name);
        Phrases.Search told = phrases.in(outline, findings);
        for (Section section : outline.sections()) {
            int elsewhere = outside.indexIn(section, outline);
            String named = elsewhere < 0
                    ? "" : CategoryNames.ofHeadings(section.path().subList(elsewhere, section.path().size()));
            new LabelReader(outline, findings, labels, told, section, named.isEmpty() ? category : named)
                    .read(section.blocks(), elsewhere < 0);
        }
        return findings.added();
    }
}
