package dev.buildlog.cli;

import dev.buildlog.legacy.LegacyReject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a migration found and did.
 *
 * @param projects name by id in this ledger
 * @param found number of records by kind
 * @param added how many of them are new; empty for a trial
 * @param rejects what is no record
 * @param rejectFile where the rejects are kept; null if there are none or nothing was written
 * @param aside where the Python tool's database lies now; null if it is where it was
 */
record MigrationReport(SortedMap<String, String> projects, SortedMap<String, Integer> found, Map<String, Integer> added,
        List<LegacyReject> rejects, @Nullable Path rejectFile, @Nullable Path aside) {

    void tell(Workplace here, boolean trial, boolean json) throws IOException {
        if (json) {
            Json.print(here.out(), fields());
        } else {
            projects.forEach((id, name) -> here.out().println(Printable.line("Project " + name + " (" + id + ")")));
            found.forEach((kind, count) -> here.out().println("  " + kind + ": " + count
                    + (trial ? " found" : " found, " + added.getOrDefault(kind, 0) + " new")));
            here.out().println(found.isEmpty() ? "Nothing to take over." : trial ? "Nothing was written."
                    : "Migrated. The originals are as they were.");
            if (aside != null) {
                here.out().println("The database of the Python tool lies in " + here.shown(aside) + " now.");
            }
        }
        rejects.forEach(reject -> here.err().println(Printable.line(reject.source() + ": not taken over: " + reject.reason())));
        if (rejectFile != null) {
            here.err().println("What was not taken over is kept in " + here.shown(rejectFile) + ".");
        }
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("projects", projects);
        fields.put("found", found);
        fields.put("added", added);
        fields.put("rejects", rejects.stream().map(reject -> Map.of("source", reject.source(), "reason", reject.reason()))
                .toList());
        fields.put("reject_file", rejectFile == null ? "" : rejectFile.toString());
        fields.put("aside", aside == null ? "" : aside.toString());
        return fields;
    }
}
