package dev.buildlog.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what a label in a source announces: {@code **Why:** text}, {@code Why: text} or the heading of a column. */
final class DetailLabels {

    private static final Pattern PLAIN = Pattern.compile("^\\s*(\\p{L}[\\p{L}'’ -]{1,30})[:：](?:\\s+|$)");

    private final Map<Detail, Names> names = new EnumMap<>(Detail.class);

    DetailLabels() {
        for (Detail detail : Detail.values()) {
            set(detail, detail.labels());
        }
    }

    void set(Detail detail, String labels) {
        names.put(detail, Names.of(labels));
    }

    /** What a label announces; null where it is none. */
    @Nullable Detail named(String label) {
        return names.entrySet().stream().filter(e -> e.getValue().has(label)).map(Map.Entry::getKey).findFirst().orElse(null);
    }

    /**
     * The parts of a paragraph that begin with a label at the start of a line, each up to the next one.
     *
     * @param unlabelled takes what stands before the first label, if anything does
     */
    List<Labelled> parts(Passage paragraph, Lines lines, List<Passage> unlabelled) {
        List<Labelled> parts = new ArrayList<>();
        Detail detail = null;
        List<Passage> open = new ArrayList<>();
        for (Passage line : paragraph.lines(lines)) {
            Labelled begun = labelled(line, lines);
            if (begun != null) {
                close(detail, open, parts, unlabelled);
                detail = begun.detail();
                open = new ArrayList<>(List.of(begun.passage()));
            } else {
                open.add(line);
            }
        }
        close(detail, open, parts, unlabelled);
        return parts;
    }

    private static void close(@Nullable Detail detail, List<Passage> open, List<Labelled> parts, List<Passage> unlabelled) {
        if (!open.isEmpty() && detail == null) {
            unlabelled.add(Passage.joined(open));
        } else if (detail != null) {
            parts.add(new Labelled(detail, Passage.joined(open)));
        }
    }

    private @Nullable Labelled labelled(Passage line, Lines lines) {
        Lead lead = line.lead();
        if (lead != null) {
            Detail detail = named(lead.name());
            return detail == null ? null : new Labelled(detail, line.after(lead, lines));
        }
        if (line.runs().isEmpty() || line.runs().get(0).bold()) {
            return null;
        }
        Run first = line.runs().get(0);
        Matcher label = PLAIN.matcher(first.text());
        Detail detail = label.find() ? named(label.group(1)) : null;
        if (detail == null) {
            return null;
        }
        List<Run> rest = new ArrayList<>(line.runs());
        rest.set(0, first.withText(first.text().substring(label.end())));
        return new Labelled(detail, new Passage(rest, line.from(), line.to()));
    }
}
