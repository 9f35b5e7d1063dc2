package dev.buildlog.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Words that announce a lesson in running text, such as {@code **Lesson:**} or {@code **Takeaway 2:**}. */
final class Labels {

    static final String DEFAULT = "Lesson,Lesson learned,Lessons learned,Takeaway,Key takeaway,Learned";

    private static final Pattern NUMBER = Pattern.compile("\\s*#?\\d+$");

    private final Names names;

    Labels(String commaSeparated) {
        names = Names.of(commaSeparated);
    }

    boolean announcedBy(Lead lead) {
        return names.has(NUMBER.matcher(Names.normal(lead.name())).replaceFirst(""));
    }

    /**
     * What follows each label up to the next line with a bold lead of any kind; without text where nothing does, as
     * when the lesson stands in the block after.
     */
    List<Passage> passages(Passage paragraph, Lines lines) {
        List<Passage> found = new ArrayList<>();
        List<Run> runs = null;
        int from = 0;
        for (List<Run> line : paragraph.byLine()) {
            Lead lead = Lead.of(line);
            if (lead != null) {
                close(runs, from, found);
                runs = announcedBy(lead) ? new ArrayList<>(lead.rest()) : null;
                from = lead.textFrom(lines, paragraph.to());
            } else if (runs != null) {
                runs.add(new Run("\n", false, 0, -1, -1));
                runs.addAll(line);
            }
        }
        close(runs, from, found);
        return found;
    }

    private static void close(List<Run> runs, int from, List<Passage> found) {
        if (runs != null) {
            int to = runs.stream().mapToInt(Run::to).max().orElse(from);
            found.add(new Passage(runs, from, Math.max(from, to)));
        }
    }
}
