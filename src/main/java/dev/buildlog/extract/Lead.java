package dev.buildlog.extract;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bold words at the start of a line, set off from what follows: {@code **Lesson:** text} or {@code **Lesson** - text}.
 *
 * @param name the bold words without their colon
 * @param rest what follows on this line
 * @param end offset in the entry behind the bold words
 * @param separators characters that may still stand between the bold words and the rest
 */
record Lead(String name, List<Run> rest, int end, String separators) {

    private static final Pattern SEPARATOR = Pattern.compile("^(?:\\s*[:：]|\\s+[-–—]\\s)\\s*");
    private static final Pattern PLAIN = Pattern.compile("([\\p{L}\\p{M}\\p{N} #'’]{1,40})[:：]\\s*");
    private static final Pattern COLON_INSIDE = Pattern.compile("[:：]\\s*$");

    /** The lead of {@code line}, the runs of one line; null where it has none. Emoji before it do not count. */
    static @Nullable Lead of(List<Run> line) {
        int first = 0;
        while (first < line.size() && !line.get(first).bold()) {
            if (!PlainText.of(line.get(first).text()).isEmpty()) {
                return null;
            }
            first++;
        }
        if (first == line.size()) {
            return null;
        }
        int from = line.get(first).from();
        StringBuilder bold = new StringBuilder();
        int next = first;
        while (next < line.size() && line.get(next).bold() && line.get(next).from() == from) {
            bold.append(line.get(next++).text());
        }
        int end = line.get(first).to();
        List<Run> rest = line.subList(next, line.size());
        if (COLON_INSIDE.matcher(bold).find()) {
            return new Lead(PlainText.of(COLON_INSIDE.matcher(bold).replaceFirst("")), rest, end, "");
        }
        if (rest.isEmpty()) {
            return null;
        }
        var separator = SEPARATOR.matcher(rest.get(0).text());
        return separator.find()
                ? new Lead(PlainText.of(bold.toString()), without(separator.end(), rest), end, ":：-–—")
                : null;
    }

    /** Words at the start of {@code line} and a colon, neither bold; null where it has none. */
    static @Nullable Lead plain(List<Run> line) {
        var words = line.isEmpty() || line.get(0).bold() ? null : PLAIN.matcher(line.get(0).text());
        return words != null && words.lookingAt()
                ? new Lead(PlainText.of(words.group(1)), without(words.end(), line),
                        words.hitEnd() ? line.get(0).ownTo() : line.get(0).ownFrom() + words.end(), "")
                : null;
    }

    private static List<Run> without(int characters, List<Run> runs) {
        Run cut = runs.get(0).withText(runs.get(0).text().substring(characters));
        return Stream.concat(Stream.of(cut), runs.stream().skip(1)).toList();
    }

    /** Offset of what follows the lead and its separator, in a block that ends at {@code to}. */
    int textFrom(Lines lines, int to) {
        return lines.skip(end, separators, to);
    }
}
