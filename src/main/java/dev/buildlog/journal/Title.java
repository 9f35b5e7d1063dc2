package dev.buildlog.journal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first top-level heading in the beginning of an entry. A line scanner instead of the Markdown parser, because
 * {@code list} must start fast and reads thousands of beginnings.
 */
final class Title {

    private static final Pattern HEADING = Pattern.compile(" {0,3}#(?:[ \\t]+(.*?))??(?:[ \\t]+#+)?[ \\t]*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(```+|~~~+).*");
    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---[ \\t]*\\n.*?^(?:---|\\.\\.\\.)[ \\t]*$", Pattern.DOTALL | Pattern.MULTILINE);

    private Title() {}

    /** The title without {@code # } and {@code Build Journal: }; empty if there is none or it is still a placeholder. */
    static Optional<String> in(String text) {
        String body = FRONT_MATTER.matcher(text).replaceFirst("");
        String fence = "";
        for (int at = 0; at < body.length(); ) {
            int end = body.indexOf('\n', at);
            String line = body.substring(at, end < 0 ? body.length() : end);
            char first = first(line);
            int comment = first == '<' && line.stripLeading().startsWith("<!--") ? body.indexOf("-->", at) : -1;
            if (comment >= 0) {
                at = comment + 3;
                continue;
            }
            if (!fence.isEmpty()) {
                fence = line.strip().startsWith(fence) ? "" : fence;
            } else if (first == '`' || first == '~') {
                Matcher mark = FENCE.matcher(line);
                fence = mark.matches() ? mark.group(1) : "";
            } else if (first == '#') {
                Matcher heading = HEADING.matcher(line);
                if (heading.matches()) {
                    return title(heading.group(1));
                }
            }
            at += line.length() + 1;
        }
        return Optional.empty();
    }

    /** The first character of a line that is no more than three spaces in; a space if there is none. */
    private static char first(String line) {
        int at = 0;
        while (at < line.length() && at < 3 && line.charAt(at) == ' ') {
            at++;
        }
        return at < line.length() ? line.charAt(at) : ' ';
    }

    private static Optional<String> title(@Nullable String heading) {
        return Optional.ofNullable(heading)
                .map(title -> title.startsWith("Build Journal:") ? title.substring(14).strip() : title.strip())
                .filter(title -> !title.isEmpty() && !title.equals("[TITLE]"));
    }
}
