package dev.buildlog.render;

import dev.buildlog.model.Problem;
import dev.buildlog.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that is buildlog's alone.
 *
 * <p>A stamp, a comment on a line of its own below the front matter, carries a hash over all other lines. It shows whether
 * a person has edited the file since, and whether it ever was buildlog's. Line endings and a BOM do not count: version
 * control changes them.
 */
public final class WholeFile {

    private static final int HASH_DIGITS = 12;
    private static final Pattern STAMP =
            Pattern.compile("<!-- buildlog:file policy=[A-Za-z0-9-]+ hash=([0-9a-f]{12}) -->\\s*");

    private WholeFile() {}

    /**
     * The change that makes {@code body} the content of the file.
     *
     * @param file name of the file, for messages
     * @param existing content of the file; null where there is none
     * @param frontMatter YAML lines for the top of the file; empty for none
     * @param body Markdown below them; blank to have no file
     * @param policy id of the policy the body was rendered from: letters, digits and hyphens
     */
    public static FileChange apply(String file, byte @Nullable [] existing, String frontMatter, String body, String policy) {
        if (existing == null && body.isBlank()) {
            return new FileChange.Unchanged();
        }
        String content = body.isBlank() ? "" : content(frontMatter, body, policy);
        if (existing == null) {
            return new FileChange.Written(content.getBytes(StandardCharsets.UTF_8), List.of(), false);
        }
        String text = new String(existing, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            return new FileChange.Refused(new Problem(file, 0, 0,
                    "this is not text; move it out of the way, then render again"));
        }
        List<TextLine> old = TextLine.split(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<String> oldLines = old.stream().map(TextLine::text).toList();
        List<String> newLines = content.lines().toList();
        if (oldLines.equals(newLines)) {
            return new FileChange.Unchanged();
        }
        boolean stamped = oldLines.stream().anyMatch(line -> STAMP.matcher(line).matches());
        boolean edited = !isIntact(oldLines) && !isConflictOfTwo(old) && oldLines.stream().anyMatch(line -> !line.isBlank());
        List<String> lost = edited ? lost(oldLines, newLines) : List.of();
        if (!body.isBlank()) {
            return new FileChange.Written(content.getBytes(StandardCharsets.UTF_8), lost, edited);
        }
        return stamped ? new FileChange.FileRemoved(lost, edited) : new FileChange.Unchanged();
    }

    private static String content(String frontMatter, String body, String policy) {
        String header = frontMatter.isBlank() ? "" : "---\n" + frontMatter.strip() + "\n---\n\n";
        String rest = "\n" + body.strip() + "\n";
        String hash = hash((header + rest).lines().toList());
        return header + "<!-- buildlog:file policy=" + policy + " hash=" + hash + " -->\n" + rest;
    }

    private static boolean isIntact(List<String> lines) {
        List<String> others = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (String line : lines) {
            Matcher stamp = STAMP.matcher(line);
            if (stamp.matches()) {
                hashes.add(stamp.group(1));
            } else {
                others.add(line);
            }
        }
        return hashes.size() == 1 && hash(others).equals(hashes.get(0));
    }

    /** Whether git left a conflict that both sides' stamps are part of: then neither side's text is a person's. */
    private static boolean isConflictOfTwo(List<TextLine> lines) {
        return Conflict.in(lines).stream().anyMatch(conflict ->
                stamps(lines, conflict, true) == 1 && stamps(lines, conflict, false) == 1);
    }

    private static long stamps(List<TextLine> lines, Conflict conflict, boolean ours) {
        return IntStream.range(0, lines.size())
                .filter(i -> ours ? conflict.inOurs(i) : conflict.inTheirs(i))
                .filter(i -> STAMP.matcher(lines.get(i).text()).matches())
                .count();
    }

    private static List<String> lost(List<String> old, List<String> now) {
        Set<String> kept = new HashSet<>(now);
        return old.stream().filter(line -> !line.isBlank() && !kept.contains(line) && !STAMP.matcher(line).matches()).toList();
    }

    /** First 12 hex digits of the SHA-256 of the lines, joined by LF, without blank ones at the end. */
    private static String hash(List<String> lines) {
        return Sha256.of(String.join("\n", lines).stripTrailing()).substring(0, HASH_DIGITS);
    }
}
