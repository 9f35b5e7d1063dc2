package dev.buildlog.journal;

import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first top-level heading in the beginning of an entry. A line scanner instead of the Markdown parser, because
 * {@code list} must start fast and reads thousands of beginnings.
 */
final class Title {

    private static final Pattern HEADING = Pattern.compile(" {0,3}#(?:[ \\t]+(.*?))??(?:[ \\t]+#+)?[ \\t]*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(```+|~~~+).*");
    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---[ \\t]*\\n.*?^(?:---|\\.\\.\\.)[ \\t]*$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern COMMENT = Pattern.compile("^ {0,3}<!--.*?-->", Pattern.DOTALL | Pattern.MULTILINE);

    private Title() {}

    /** The title without {@code # } and {@code Build Journal: }; empty if there is none or it is still a placeholder. */
    static Optional<String> in(String text) {
        String body = COMMENT.matcher(FRONT_MATTER.matcher(text).replaceFirst("")).replaceAll("");
        Iterator<String> lines = body.lines().iterator();
        String fence = "";
        while (lines.hasNext()) {
            String line = lines.next();
            Matcher heading = HEADING.matcher(line);
            Matcher mark = FENCE.matcher(line);
            if (!fence.isEmpty()) {
                fence = line.strip().startsWith(fence) ? "" : fence;
            } else if (mark.matches()) {
                fence = mark.group(1);
            } else if (heading.matches()) {
                return Optional.ofNullable(heading.group(1))
                        .map(title -> title.startsWith("Build Journal:") ? title.substring(14).strip() : title.strip())
                        .filter(title -> !title.isEmpty() && !title.equals("[TITLE]"));
            }
        }
        return Optional.empty();
    }
}
