package dev.buildlog.extract;

/** Takes what stands under an improvements heading. The bean behind {@code extract-improvements-action}. */
public final class ImprovementsExtractor extends SectionsExtractor {

    /** Headings that begin a section of improvements. */
    public static final String HEADINGS = "Improvements";

    public ImprovementsExtractor() {
        setName("improvements");
        setHeadings(HEADINGS);
        setPatterns("");
        setOutside("");
    }
}
