package dev.buildlog.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that announce a lesson in running text, such as {@code **Lesson:**} or {@code **Takeaway 2:**}. */
final class Labels {

    static final String DEFAULT = "Lesson,Lesson learned,Lessons learned,Takeaway,Key takeaway,Learned,Key lesson,Main lesson,"
            + "Key insight,Key learning,Learning,Note to self,Rule of thumb";

    private static final Pattern NUMBER = Pattern.compile("\\s*#?\\d+$");

    private final Names names;

    Labels(String commaSeparated) {
        names = Names.of(commaSeparated);
    }

    Names names() {
        return names;
    }

    boolean announcedBy(Lead lead) {
        return names.has(NUMBER.matcher(Names.normal(lead.name())).replaceFirst(""));
    }

    /** Whether a label stands anywhere in {@code paragraph}. */
    boolean announces(Passage paragraph) {
        return !leads(paragraph).stream().allMatch(lead -> lead == null || !announcedBy(lead));
    }

    /** The lead of each line, null where it has none: bold words, or the words of a label where the first line has a lead. */
    private List<@Nullable Lead> leads(Passage paragraph) {
        List<@Nullable Lead> leads = new ArrayList<>();
        for (List<Run> line : paragraph.byLine()) {
            Lead bold = Lead.of(line);
            Lead plain = bold == null && (leads.isEmpty() || leads.get(0) != null) ? Lead.plain(line) : null;
            leads.add(bold != null ? bold : plain != null && announcedBy(plain) ? plain : null);
        }
        return leads;
    }

    /**
     * What follows each label up to the next line with a bold lead of any kind; without text where nothing does, as
     * when the lesson stands in the block after.
     */
    List<Passage> passages(Passage paragraph, Lines lines) {
        List<Passage> found = new ArrayList<>();
        List<Run> runs = null;
        int from = 0;
        List<@Nullable Lead> leads = leads(paragraph);
        List<List<Run>> byLine = paragraph.byLine();
        for (int i = 0; i < byLine.size(); i++) {
            List<Run> line = byLine.get(i);
            Lead lead = leads.get(i);
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
