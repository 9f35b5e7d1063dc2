package dev.buildlog.legacy;

import dev.buildlog.model.Categories;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Holder;
import dev.buildlog.model.Origin;
import dev.buildlog.model.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Learnings out of reviews that the Python tool had, first seen on one day, as an entry of the journal: so they pass through the
 * same routes as everything else that is learned.
 *
 * @param path key of the submission
 * @param text Markdown
 * @param ids old id by the line on which the learning stands
 */
public record LearningEntry(String path, LocalDate date, String text, SortedMap<Integer, String> ids) {

    /** The learnings among {@code records}, by day; {@code today} for those that do not say when. */
    public static List<LearningEntry> of(Collection<LegacyRecord> records, LocalDate today) {
        SortedMap<LocalDate, SortedMap<String, List<LegacyRecord>>> days = new TreeMap<>();
        records.stream().filter(record -> record.kind() == LegacyKind.LEARNING).forEach(record -> days
                .computeIfAbsent(day(record, today), day -> new TreeMap<>())
                .computeIfAbsent(record.text("category"), category -> new ArrayList<>()).add(record));
        return days.entrySet().stream().map(day -> of("submitted/python-" + day.getKey(), day.getKey(), day.getValue())).toList();
    }

    /** One rule that is told by no entry of the journal any more, on the day it says, as an entry of its own. */
    public static LearningEntry alone(LegacyRecord record, LocalDate today) {
        return of("submitted/python-" + record.id(), day(record, today), Map.of(record.text("category"), List.of(record)));
    }

    /** The entry as the door takes it. */
    public EntryVersion version(String project, Instant at) {
        return EntryVersion.of(project, Holder.SUBMISSION, path, date, Sha256.of(date + "\n" + text), text, at)
                .withOrigin(Origin.IMPORTED);
    }

    private static LearningEntry of(String path, LocalDate date, Map<String, List<LegacyRecord>> byCategory) {
        List<String> lines = new ArrayList<>(List.of("# What reviews taught before " + date.plusDays(1), "", "## Improvements"));
        SortedMap<Integer, String> ids = new TreeMap<>();
        byCategory.forEach((category, learnings) -> {
            lines.addAll(List.of("", "### " + Categories.title(category.strip()), ""));
            learnings.stream().sorted((a, b) -> a.id().compareTo(b.id())).forEach(learning -> {
                lines.add("- " + learning.text("rule").strip().replaceAll("\\s+", " "));
                ids.put(lines.size(), learning.id());
            });
        });
        return new LearningEntry(path, date, String.join("\n", lines) + "\n", ids);
    }

    private static LocalDate day(LegacyRecord learning, LocalDate today) {
        String seen = learning.text("first_seen");
        return LegacyTime.isOne(seen) ? LegacyTime.parse(seen).atZone(ZoneOffset.UTC).toLocalDate() : today;
    }
}
