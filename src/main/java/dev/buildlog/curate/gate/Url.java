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
    /** Domains under which a bare name with a path or a port is an address and no file. */
    private static final String DOMAINS = "(?:com|net|org|io|dev|app|sh|co|ai|me|xyz|top|info|biz|site|online|store|tech|cloud|club"
            + "|live|ru|cn|to|cc|tk|example|test|invalid)";
    private static final Pattern BARE = Pattern.compile("(?<![\\w:/.*@-])(?://([\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8})"
            + "|(www\\.[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8})"
            + "|((?:[a-z0-9-]{1,63}\\.){1,8}" + DOMAINS + "(?=(?::\\d{2,5})?/\\w|:\\d{2,5}\\b)))"
            + "(?::\\d{1,5})?(/[^\\s\"'<>`)]{0,1000})?");

    static List<Url> in(String text) {
        List<Url> urls = new ArrayList<>();
        if (text.contains("://")) {
            for (Matcher m = SCHEMED.matcher(text); m.find(); ) {
                urls.add(new Url(m.start(), end(text, m.start(), m.end()), m.group(), m.group(1).toLowerCase(Locale.ROOT),
                        m.group(2) == null ? "" : m.group(2), m.group(3), m.group(4)));
            }
        }
        if (hasInnerDot(text)) {
            for (Matcher m = BARE.matcher(text); m.find(); ) {
                String host = m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3);
                urls.add(new Url(m.start(), end(text, m.start(), m.end()), m.group(), "", "", host,
                        m.group(4) == null ? "" : m.group(4)));
            }
        }
        return urls;
    }

    /** A quick look: whether a dot stands before a letter or a digit. */
    private static boolean hasInnerDot(String text) {
        for (int dot = text.indexOf('.'); dot >= 0 && dot + 1 < text.length(); dot = text.indexOf('.', dot + 1)) {
            if (Character.isLetterOrDigit(text.charAt(dot + 1))) {
                return true;
            }
        }
        return false;
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
