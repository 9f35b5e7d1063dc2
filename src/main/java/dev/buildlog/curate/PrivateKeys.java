package dev.buildlog.curate;

import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds private keys in PEM form, also cut off, quoted, indented, or on one line with {@code \n} for line feeds. */
final class PrivateKeys {

    static final String NAME = "private key";

    private static final Pattern BEGIN = Pattern.compile("-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----");
    private static final Pattern END = Pattern.compile("-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----");
    private static final Pattern BODY = Pattern.compile("[ \\t>|*#\"'+]*+(?:[A-Za-z0-9+/=\\\\]++[\"', \\t+]*+)?");
    private static final Pattern HEADER = Pattern.compile("[ \\t>|]*+(?:Proc-Type|DEK-Info|Version|Comment|Hash):.*+");
    private static final int SHORTEST = 16;
    private static final int LONG_RUN = 40;

    private PrivateKeys() {}

    /** Calls {@code found} with first and behind-last offset of each key, in order. A mere mention of the markers is none. */
    static void find(String text, BiConsumer<Integer, Integer> found) {
        Matcher begin = BEGIN.matcher(text);
        int from = 0;
        while (begin.find(from)) {
            int end = endOfKey(text, begin.end());
            if (end - begin.end() >= SHORTEST) {
                found.accept(begin.start(), end);
            }
            from = Math.max(end, begin.end());
        }
    }

    /** Takes lines as long as they look like a key, and the end marker if that comes next. Reads no further than it takes. */
    private static int endOfKey(String text, int start) {
        Matcher body = BODY.matcher(text);
        Matcher end = END.matcher(text);
        Matcher header = HEADER.matcher(text);
        int taken = start;
        int at = start;
        while (at < text.length()) {
            body.region(at, text.length()).lookingAt();
            int stop = body.end();
            if (end.region(stop, text.length()).lookingAt()) {
                return end.end();
            }
            boolean wholeLine = stop == text.length() || text.charAt(stop) == '\n';
            if (!wholeLine && !header.region(at, text.length()).lookingAt()) {
                return stop - at >= LONG_RUN ? stop : taken;
            }
            stop = wholeLine ? stop : header.end();
            taken = text.substring(at, stop).isBlank() ? taken : stop;
            at = stop + 1;
        }
        return taken;
    }
}
