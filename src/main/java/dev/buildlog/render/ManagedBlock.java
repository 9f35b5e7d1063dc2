package dev.buildlog.render;

import dev.buildlog.model.Problem;
import dev.buildlog.model.Sha256;
import dev.buildlog.render.BlockSearch.Block;
import dev.buildlog.render.BlockSearch.Damaged;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * buildlog's own part of a file that otherwise belongs to its users.
 *
 * <p>Bytes outside the block stay as they are, in whatever encoding. A first block goes to the end of the file after
 * one blank line; removing it takes that line away again, so the file is as it was. In a file whose last line has no
 * ending the end marker has none either, which is how the removal knows. A file that holds nothing but the block is
 * removed with it.
 *
 * <p>Markers are lines of their own outside code blocks. The hash in the begin marker shows whether a person has edited
 * the block since. A block between the markers of the Python tool is replaced. A block that git left in conflict is
 * replaced too, as long as the conflict covers nothing else.
 */
public final class ManagedBlock {

    private static final int HASH_DIGITS = 12;

    private static final String BOM = latin(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});

    private ManagedBlock() {}

    /**
     * The change that makes {@code body} the content of the block.
     *
     * @param file name of the file, for messages
     * @param existing content of the file; null where there is none
     * @param body Markdown of the block; blank to have no block
     * @param policy id of the policy the body was rendered from: letters, digits and hyphens
     */
    public static FileChange apply(String file, byte @Nullable [] existing, String body, String policy) {
        String text = existing == null ? "" : latin(existing);
        if (text.indexOf('\0') >= 0 || text.startsWith("\u00FE\u00FF") || text.startsWith("\u00FF\u00FE")) {
            return new FileChange.Refused(new Problem(file, 0, 0,
                    "this is not UTF-8 text (it holds NUL characters or is UTF-16); save it as UTF-8, then render"
                            + " again"));
        }
        String bom = text.startsWith(BOM) ? BOM : "";
        List<TextLine> lines = TextLine.split(text.substring(bom.length()));
        BlockSearch found = BlockSearch.in(lines);
        if (found instanceof Damaged damaged) {
            return new FileChange.Refused(new Problem(file, damaged.line(), 0, damaged.message()));
        }
        Block old = found instanceof Block block ? block : null;
        List<String> content = latin(body.strip().getBytes(StandardCharsets.UTF_8)).lines().toList();
        if (content.isEmpty()) {
            return old == null ? new FileChange.Unchanged() : remove(bom, lines, old);
        }
        String changed = bom + (old == null ? append(lines, content, policy) : replace(lines, old, content, policy));
        if (changed.equals(text)) {
            return new FileChange.Unchanged();
        }
        List<TextLine> changedLines = TextLine.split(changed.substring(bom.length()));
        if (!(BlockSearch.in(changedLines) instanceof Block now) || !now.body().equals(content)) {
            int fence = CodeLines.of(lines.stream().map(TextLine::text).toList()).openFence();
            return new FileChange.Refused(new Problem(file, fence + 1, 0, fence < 0
                    ? "a block written here could not be found again; its text holds markers or an open code fence"
                    : "the code fence that opens here never ends, so a block below it would be code; close it, then"
                            + " render again"));
        }
        return new FileChange.Written(bytes(changed), lost(old, content), edited(old, content));
    }

    private static String append(List<TextLine> lines, List<String> content, String policy) {
        String ending = TextLine.dominantEnding(lines);
        String block = block(content, policy, ending);
        if (lines.isEmpty()) {
            return block + ending;
        }
        String last = lines.get(lines.size() - 1).end();
        if (last.isEmpty()) {
            return TextLine.join(lines) + ending + ending + block;
        }
        // after a lone CR a lone LF would join it to make one line ending out of two
        String blank = last.equals("\r") && ending.equals("\n") ? "\r\n" : ending;
        return TextLine.join(lines) + blank + block + ending;
    }

    private static String replace(List<TextLine> lines, Block old, List<String> content, String policy) {
        List<TextLine> before = lines.subList(0, old.from());
        List<TextLine> after = lines.subList(old.to() + 1, lines.size());
        boolean apart = !before.isEmpty() && before.get(before.size() - 1).isBlank();
        // the blank line above is likely ours and must not sway the choice that made it
        List<TextLine> outside = new ArrayList<>(before.subList(0, before.size() - (apart ? 1 : 0)));
        outside.addAll(after);
        String ending = TextLine.dominantEnding(outside.isEmpty() ? lines : outside);
        String gap = old.conflicted() && !before.isEmpty() && !apart ? ending : "";
        return TextLine.join(before) + gap + block(content, policy, ending)
                + lines.get(old.to()).end() + TextLine.join(after);
    }

    private static FileChange remove(String bom, List<TextLine> lines, Block old) {
        List<TextLine> before = new ArrayList<>(lines.subList(0, old.from()));
        List<TextLine> after = lines.subList(old.to() + 1, lines.size());
        int last = before.size() - 1;
        if (after.isEmpty() && last >= 0 && before.get(last).text().isEmpty()) {
            before.remove(last);
            if (lines.get(old.to()).end().isEmpty() && last > 0) {
                before.set(last - 1, new TextLine(before.get(last - 1).text(), ""));
            }
        }
        String rest = TextLine.join(before) + TextLine.join(after);
        List<String> lost = lost(old, List.of());
        boolean edited = edited(old, List.of());
        return rest.isEmpty()
                ? new FileChange.FileRemoved(lost, edited)
                : new FileChange.Removed(bytes(bom + rest), lost, edited);
    }

    private static String block(List<String> content, String policy, String ending) {
        List<String> lines = new ArrayList<>(List.of(Marker.begin(policy, hash(content)), ""));
        lines.addAll(content);
        lines.addAll(List.of("", Marker.END));
        return String.join(ending, lines);
    }

    /** A block that another ledger wrote states the hash of its text and is nobody's edit; nor is one of the Python tool. */
    private static boolean edited(@Nullable Block old, List<String> content) {
        return old != null && !old.conflicted() && !old.legacy() && !old.body().isEmpty() && !old.body().equals(content)
                && !hash(old.body()).equals(old.hash());
    }

    private static List<String> lost(@Nullable Block old, List<String> content) {
        if (old == null || old.conflicted() || hash(old.body()).equals(old.hash())) {
            return List.of();
        }
        Set<String> kept = Set.copyOf(content);
        return old.body().stream()
                .filter(line -> !line.isBlank() && !kept.contains(line))
                .map(line -> new String(bytes(line), StandardCharsets.UTF_8))
                .toList();
    }

    /** First 12 hex digits of the SHA-256 of the lines, joined by LF. */
    private static String hash(List<String> lines) {
        return Sha256.of(bytes(String.join("\n", lines))).substring(0, HASH_DIGITS);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
