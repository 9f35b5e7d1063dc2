package dev.buildlog.curate.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code spans of a line of Markdown, found without reading the rest of it. */
final class CodeSpans {

    private static final Pattern SPAN = Pattern.compile("(?<!`)(`{1,3})(?!`)[^`]{1,1000}(?<!`)\\1(?!`)");

    private CodeSpans() {}

    /** {@code text} with spaces where it has code; as long as it was. */
    static String blank(String text) {
        if (text.indexOf('`') < 0) {
            return text;
        }
        StringBuilder blank = new StringBuilder(text);
        for (Matcher span = SPAN.matcher(text); span.find(); ) {
            for (int i = span.start(); i < span.end(); i++) {
                blank.setCharAt(i, ' ');
            }
        }
        return blank.toString();
    }
}
