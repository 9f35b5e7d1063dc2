package dev.buildlog.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that begins or ends a managed block.
 *
 * @param begins whether it begins a block
 * @param legacy whether it is one of the markers of the Python tool, whose block is replaced by one of today
 * @param hash the hash written in the marker; empty where it has none
 */
record Marker(boolean begins, boolean legacy, String hash) {

    static final String END = "<!-- buildlog:end -->";

    private static final Pattern LINE = Pattern.compile(
            " {0,3}<!--\\s*buildlog:(?:(?<begin>begin(?<attributes>(?:\\s[^>]*?)?))|(?<end>end)"
                    + "|rules:(?<legacy>start|end))\\s*-->\\s*");
    private static final Pattern HASH = Pattern.compile("\\bhash=([0-9a-f]{12})\\b");

    static String begin(String policy, String hash) {
        return "<!-- buildlog:begin policy=" + policy + " hash=" + hash + " -->";
    }

    /**
     * The marker that a line is, or null. A marker has a line of its own; a code block around it is the caller's to
     * mind.
     */
    static @Nullable Marker of(String line) {
        if (!line.contains("buildlog:")) {
            return null;
        }
        Matcher m = LINE.matcher(line);
        if (!m.matches()) {
            return null;
        }
        if (m.group("legacy") != null) {
            return new Marker(m.group("legacy").equals("start"), true, "");
        }
        if (m.group("end") != null) {
            return new Marker(false, false, "");
        }
        Matcher hash = HASH.matcher(m.group("attributes"));
        return new Marker(true, false, hash.find() ? hash.group(1) : "");
    }
}
