package dev.buildlog.setup;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Problem;
import dev.buildlog.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * buildlog's part of a text that otherwise belongs to its users, between two marker lines. The begin marker holds a hash of what
 * lies between, which shows whether a person has edited it. Texts are taken as ISO 8859-1, so that bytes outside the part stay as
 * they are in any encoding; line ends follow the text.
 */
final class MarkedPart {

    /** Where the Python tool's workflow section stood, so that it is replaced and not doubled. */
    static final MarkedPart WORKFLOW = new MarkedPart("<!-- buildlog:workflow:start", " -->", "<!-- buildlog:workflow:end -->",
            false);

    /** In a file whose comments begin with a hash sign, below everything else. */
    static final MarkedPart LINES = new MarkedPart("# buildlog: begin", "", "# buildlog: end", false);

    /** In a shell script, above everything else: what follows may end the script. */
    static final MarkedPart SCRIPT = new MarkedPart("# buildlog: begin", "", "# buildlog: end", true);

    private static final int HASH_DIGITS = 12;

    private final String begin;
    private final String beginEnd;
    private final String end;
    private final boolean onTop;
    private final Pattern marker;

    private MarkedPart(String begin, String beginEnd, String end, boolean onTop) {
        this.begin = begin;
        this.beginEnd = beginEnd;
        this.end = end;
        this.onTop = onTop;
        this.marker = Pattern.compile("(?m)^(?:(?<begin>" + Pattern.quote(begin) + "(?: (?<hash>[0-9a-f]{" + HASH_DIGITS + "}))?"
                + Pattern.quote(beginEnd) + ")|" + Pattern.quote(end) + ")[ \\t]*(?:\\r?\\n|\\z)");
    }

    /** How a part is found. */
    enum State {
        /** Nowhere. */
        ABSENT,
        /** With the wanted content. */
        CURRENT,
        /** With the content of another version. */
        OUTDATED,
        /** With changes of a person. */
        EDITED
    }

    /** Where the part lies: from the begin marker to behind the line end of the end marker. */
    private record Found(int from, int to, String body, String hash) {}

    /**
     * @param file name of the file, for messages
     * @param body wanted lines between the markers
     * @throws BuildlogException naming the line if the markers do not make one part
     */
    State state(String file, String text, String body) {
        Found found = find(file, text);
        if (found == null) {
            return State.ABSENT;
        }
        if (found.body.equals(normal(body))) {
            return State.CURRENT;
        }
        return found.hash.isEmpty() || found.hash.equals(hash(found.body)) ? State.OUTDATED : State.EDITED;
    }

    /** The text with {@code body} as its part; see {@link #state}. */
    String put(String file, String text, String body) {
        String newline = text.contains("\r\n") ? "\r\n" : "\n";
        String block = String.join(newline, List.of(begin + " " + hash(normal(body)) + beginEnd,
                normal(body).replace("\n", newline), end));
        Found found = find(file, text);
        if (found != null) {
            boolean ended = text.substring(found.from, found.to).endsWith("\n");
            return text.substring(0, found.from) + block + (ended ? newline : "") + text.substring(found.to);
        }
        if (onTop) {
            int at = text.startsWith("#!") ? text.indexOf('\n') + 1 : 0;
            return at == 0 && text.startsWith("#!")
                    ? text + newline + block + newline
                    : text.substring(0, at) + block + newline + text.substring(at);
        }
        if (text.isEmpty()) {
            return block + newline;
        }
        return text.endsWith("\n") ? text + newline + block + newline : text + newline + newline + block;
    }

    /** The text without its part, as it was before {@link #put}. */
    String take(String file, String text) {
        Found found = find(file, text);
        if (found == null) {
            return text;
        }
        String before = text.substring(0, found.from);
        String after = text.substring(found.to);
        if (!onTop && after.isEmpty()) {
            before = withoutLineEnd(before);
            if (!text.endsWith("\n")) {
                before = withoutLineEnd(before);
            } else if (!before.isEmpty() && !before.endsWith("\n")) {
                before = text.substring(0, found.from);
            }
        }
        return before + after;
    }

    private static String withoutLineEnd(String text) {
        return text.endsWith("\r\n") ? text.substring(0, text.length() - 2)
                : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private @Nullable Found find(String file, String text) {
        Matcher markers = marker.matcher(text);
        Found found = null;
        int open = -1;
        int bodyFrom = -1;
        String hash = "";
        while (markers.find()) {
            boolean begins = markers.group("begin") != null;
            if (begins && (open >= 0 || found != null)) {
                throw damaged(file, text, markers.start(), "a second part of buildlog begins here; delete one of them");
            }
            if (!begins && open < 0) {
                throw damaged(file, text, markers.start(), "a part of buildlog ends here that does not begin above; delete this"
                        + " line");
            }
            if (begins) {
                open = markers.start();
                bodyFrom = markers.end();
                hash = markers.group("hash") == null ? "" : markers.group("hash");
            } else {
                found = new Found(open, markers.end(), normal(text.substring(bodyFrom, markers.start())), hash);
                open = -1;
            }
        }
        if (open >= 0) {
            throw damaged(file, text, open, "the part of buildlog that begins here has no end; put '" + end + "' on a line of its"
                    + " own below it, or delete this line");
        }
        return found;
    }

    private static BuildlogException damaged(String file, String text, int at, String message) {
        int line = 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        return new BuildlogException(new Problem(file, line, 0, message + ", then run it again.").toString());
    }

    /** Lines joined by line feeds, without one at either end. */
    private static String normal(String body) {
        String lines = body.replace("\r\n", "\n");
        int from = 0;
        int to = lines.length();
        while (from < to && lines.charAt(from) == '\n') {
            from++;
        }
        while (to > from && lines.charAt(to - 1) == '\n') {
            to--;
        }
        return lines.substring(from, to);
    }

    private static String hash(String body) {
        return Sha256.of(body.getBytes(StandardCharsets.ISO_8859_1)).substring(0, HASH_DIGITS);
    }
}
