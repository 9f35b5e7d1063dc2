package dev.buildlog.journal;

import dev.buildlog.model.ChangedFile;
import dev.buildlog.model.Commit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an entry says about a commit. */
final class CommitBlock {

    private static final int MOST_FILES = 20;
    private static final Pattern HEADING = Pattern.compile("(?m)^## +Commits[ \\t]*$");
    private static final Pattern NEXT_HEADING = Pattern.compile("(?m)^(?:#{1,2} |---[ \\t]*$)");

    private CommitBlock() {}

    /** The entry with {@code commit} as the last one under its heading "Commits"; unchanged where it is there already. */
    static String append(String entry, Commit commit) {
        if (entry.contains("### `" + commit.shortHash() + "` ")) {
            return entry;
        }
        String newline = entry.contains("\r\n") ? "\r\n" : "\n";
        String block = block(commit).replace("\n", newline);
        Matcher heading = HEADING.matcher(entry);
        if (!heading.find()) {
            return withEnd(entry, newline) + (entry.isEmpty() ? "" : newline) + "## Commits" + newline + newline + block;
        }
        Matcher next = NEXT_HEADING.matcher(entry);
        int end = next.find(heading.end()) ? next.start() : entry.length();
        String section = entry.substring(0, end).stripTrailing();
        String rest = entry.substring(end);
        return section + newline + newline + block + (rest.isEmpty() ? "" : newline + rest);
    }

    private static String withEnd(String entry, String newline) {
        return entry.isEmpty() || entry.endsWith("\n") ? entry : entry + newline;
    }

    private static String block(Commit commit) {
        StringBuilder block = new StringBuilder("### `").append(commit.shortHash()).append("` \u2014 ").append(commit.subject())
                .append("\n\nFiles:\n");
        List<ChangedFile> files = commit.files();
        files.stream().limit(MOST_FILES).forEach(file -> block.append("- `").append(name(file.path())).append("`\n"));
        if (files.size() > MOST_FILES) {
            block.append("- ...and ").append(files.size() - MOST_FILES).append(" more\n");
        }
        return block.toString();
    }

    /** A name that could end the code span or the line is shown without what would. */
    private static String name(String path) {
        return path.replaceAll("[`\\p{Cntrl}]", "?");
    }
}
