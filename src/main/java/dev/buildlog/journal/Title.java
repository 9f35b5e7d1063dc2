package dev.buildlog.journal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first top-level heading in the beginning of an entry. A line scanner instead of the Markdown parser, because
 * {@code list} must start fast and reads thousands of beginnings; where the first line is the heading, as it nearly always is, no
 * expression is needed either.
 */
final class Title {

    /** The expressions that only unusual entries need. */
    private static final class Unusual {

        private static final Pattern FENCE = Pattern.compile(" {0,3}(```+|~~~+).*");
        private static final Pattern FRONT_MATTER =
                Pattern.compile("\\A---[ \\t]*\\n.*?^(?:---|\\.\\.\\.)[ \\t]*$", Pattern.DOTALL | Pattern.MULTILINE);
    }

    private Title() {}

    /** The title without {@code # } and {@code Build Journal: }; null if there is none or it is still a placeholder. */
    static @Nullable String in(String text) {
        String body = text.startsWith("---") ? Unusual.FRONT_MATTER.matcher(text).replaceFirst("") : text;
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
                Matcher mark = Unusual.FENCE.matcher(line);
                fence = mark.matches() ? mark.group(1) : "";
            } else if (isHeading(first, line)) {
                return heading(line);
            }
            at += line.length() + 1;
        }
        return null;
    }

    /** The first character of a line that is no more than three spaces in; a space if there is none. */
    private static char first(String line) {
        int at = 0;
        while (at < line.length() && at < 3 && line.charAt(at) == ' ') {
            at++;
        }
        return at < line.length() ? line.charAt(at) : ' ';
    }

    private static boolean isHeading(char first, String line) {
        int behind = line.indexOf('#') + 1;
        return first == '#' && (behind == line.length() || isBlank(line.charAt(behind)));
    }

    /** What a heading says, between its marks; the closing ones need a blank before them. */
    private static @Nullable String heading(String line) {
        String said = line.substring(line.indexOf('#') + 1).strip();
        int end = said.length();
        while (end > 0 && said.charAt(end - 1) == '#') {
            end--;
        }
        said = end == 0 || isBlank(said.charAt(end - 1)) ? said.substring(0, end).strip() : said;
        said = said.startsWith("Build Journal:") ? said.substring("Build Journal:".length()).strip() : said;
        return said.isEmpty() || said.equals("[TITLE]") ? null : said;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
