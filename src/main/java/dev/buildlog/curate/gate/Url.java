package dev.buildlog.curate.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address as it stands in a text.
 *
 * @param start offset of its first character
 * @param end offset behind its last
 * @param text the whole of it
 * @param scheme in lower case; empty where it has none
 * @param user what stands before {@code @}; empty where nothing does
 * @param host name or number, without the port; may be empty
 * @param rest path, query and fragment
 */
record Url(int start, int end, String text, String scheme, String user, String host, String rest) {

    private static final Pattern SCHEMED = Pattern.compile("(?<![A-Za-z0-9+.-])([A-Za-z][A-Za-z0-9+.-]{1,30})://"
            + "(?:([^\\s/@\"'<>`]{1,200})@)?(\\[[0-9A-Fa-f:.]{2,45}\\]|[^\\s/?#:@\"'<>`()\\[\\]{},;\\\\|]{0,255})(?::\\d{1,5}(?!\\d))?"
            + "((?:[^\\s\"'<>)\\]`]|<[a-z_ -]{2,30}>){0,1000})");
    private static final Pattern BARE = Pattern.compile("(?<![\\w:/.*-])(?://([\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8})"
            + "|(www\\.[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}))(?::\\d{1,5})?(/[^\\s\"'<>`)]{0,1000})?");

    static List<Url> in(String text) {
        List<Url> urls = new ArrayList<>();
        if (text.contains("://")) {
            for (Matcher m = SCHEMED.matcher(text); m.find(); ) {
                urls.add(new Url(m.start(), end(text, m.start(), m.end()), m.group(), m.group(1).toLowerCase(Locale.ROOT),
                        m.group(2) == null ? "" : m.group(2), m.group(3), m.group(4)));
            }
        }
        if (text.contains("//") || text.contains("www.")) {
            for (Matcher m = BARE.matcher(text); m.find(); ) {
                String host = m.group(1) == null ? m.group(2) : m.group(1);
                urls.add(new Url(m.start(), end(text, m.start(), m.end()), m.group(), "", "", host,
                        m.group(3) == null ? "" : m.group(3)));
            }
        }
        return urls;
    }

    /** The full stop of a sentence belongs to the sentence. */
    private static int end(String text, int start, int end) {
        int last = end;
        while (last > start && ".,;:!?*_".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }
}
