package dev.buildlog.review;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What reviews taught beyond the place they looked at, as an entry that the learn route reads like any other. */
public final class Learnings {

    private static final Pattern MARKUP = Pattern.compile("^(?:[#>*+\\-]+\\s*)+");

    private Learnings() {}

    /**
     * The entry. Equal learnings give an equal text, so that telling them again changes nothing.
     *
     * @param source run, review or report that they come from
     * @param learned the texts in the order in which they were told; blank ones count as none
     * @return empty where nothing was learned
     */
    public static String entry(String source, Collection<String> learned) {
        Set<String> lines = new LinkedHashSet<>();
        for (String text : learned) {
            String line = MARKUP.matcher(text.strip().replaceAll("\\s+", " ")).replaceFirst("").strip();
            if (!line.isEmpty()) {
                lines.add("- " + line);
            }
        }
        return lines.isEmpty() ? "" : "# Learned in review " + source + "\n\n## Improvements\n\n" + String.join("\n", lines)
                + "\n";
    }
}
