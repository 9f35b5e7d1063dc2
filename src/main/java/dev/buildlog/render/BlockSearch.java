package dev.buildlog.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the search for buildlog's block in a file can find. */
sealed interface BlockSearch {

    /** No block. */
    record None() implements BlockSearch {}

    /**
     * One block.
     *
     * @param from index of its first line
     * @param to index of its last line
     * @param body lines between the markers, without blank ones at either end; empty where {@code conflicted}
     * @param hash hash that the begin marker states; empty where it states none
     * @param legacy whether its markers are those of the Python tool
     * @param conflicted whether git left a conflict in it, so that its content is nobody's
     */
    record Block(int from, int to, List<String> body, String hash, boolean legacy, boolean conflicted)
            implements BlockSearch {}

    /** Markers that do not make one block; {@code line} counts from 1. */
    record Damaged(int line, String message) implements BlockSearch {}

    /** Looks for the block; where git left conflicts, on both sides of them. */
    static BlockSearch in(List<TextLine> lines) {
        List<Conflict> conflicts = Conflict.in(lines);
        if (conflicts.isEmpty()) {
            return oneSide(lines, i -> true);
        }
        IntPredicate ours = i -> conflicts.stream().allMatch(c -> !c.contains(i) || c.inOurs(i));
        IntPredicate theirs = i -> conflicts.stream().allMatch(c -> !c.contains(i) || c.inTheirs(i));
        BlockSearch a = oneSide(lines, ours);
        BlockSearch b = oneSide(lines, theirs);
        if (a instanceof Damaged) {
            return a;
        }
        if (b instanceof Damaged) {
            return b;
        }
        return merge(lines, conflicts, new Side(ours, a), new Side(theirs, b));
    }

    /** One side of all conflicts: the lines it shows and the block they hold. */
    record Side(IntPredicate shows, BlockSearch found) {

        /** Whether replacing line {@code i} takes nothing from this side but its block and blank lines. */
        private boolean canLose(List<TextLine> lines, int i) {
            boolean inBlock = found instanceof Block block && block.from <= i && i <= block.to;
            return !shows.test(i) || inBlock || lines.get(i).isBlank();
        }
    }

    private static BlockSearch merge(List<TextLine> lines, List<Conflict> conflicts, Side ours, Side theirs) {
        List<Block> blocks = new ArrayList<>();
        for (Side side : List.of(ours, theirs)) {
            if (side.found instanceof Block block) {
                blocks.add(block);
            }
        }
        if (blocks.isEmpty()) {
            return new None();
        }
        int from = blocks.stream().mapToInt(Block::from).min().orElseThrow();
        int to = blocks.stream().mapToInt(Block::to).max().orElseThrow();
        boolean conflicted = false;
        for (Conflict conflict : conflicts) {
            if (conflict.overlaps(from, to)) {
                from = Math.min(from, conflict.start());
                to = Math.max(to, conflict.end());
                conflicted = true;
            }
        }
        if (!conflicted) {
            return blocks.get(0);
        }
        for (int i = from; i <= to; i++) {
            if (!ours.canLose(lines, i) || !theirs.canLose(lines, i)) {
                return new Damaged(i + 1, "this line lies outside buildlog's block but in a merge conflict that reaches"
                        + " into it; resolve the conflict by hand, then render again");
            }
        }
        return new Block(from, to, List.of(), "", false, true);
    }

    private static BlockSearch oneSide(List<TextLine> lines, IntPredicate shows) {
        int[] shown = IntStream.range(0, lines.size()).filter(shows).toArray();
        List<String> texts = IntStream.of(shown).mapToObj(i -> lines.get(i).text()).toList();
        if (texts.stream().allMatch(text -> Marker.of(text) == null)) {
            return new None();
        }
        CodeLines code = CodeLines.of(texts);
        @Nullable Block block = null;
        @Nullable Marker open = null;
        int openAt = -1;
        for (int i = 0; i < texts.size(); i++) {
            Marker marker = Marker.of(texts.get(i));
            if (marker == null || code.contains(i)) {
                continue;
            }
            int line = shown[i] + 1;
            if (marker.begins() && open != null) {
                return new Damaged(line, "a block begins here inside the one that begins on line " + (shown[openAt] + 1)
                        + "; delete one of the two markers, or the whole block, then render again");
            } else if (marker.begins() && block != null) {
                return new Damaged(line, "a second block begins here, the first one on line " + (block.from + 1)
                        + "; delete one of them with its markers, then render again");
            } else if (marker.begins()) {
                open = marker;
                openAt = i;
            } else if (open == null || open.legacy() != marker.legacy()) {
                return new Damaged(line, "a block ends here that does not begin above; delete this line or restore the"
                        + " begin marker, then render again");
            } else {
                block = new Block(shown[openAt], shown[i], body(texts.subList(openAt + 1, i)), open.hash(), open.legacy(),
                        false);
                open = null;
            }
        }
        if (open != null) {
            return new Damaged(shown[openAt] + 1, "the block that begins here has no end; put '"
                    + (open.legacy() ? "<!-- buildlog:rules:end -->" : Marker.END)
                    + "' on a line of its own below its last line, or delete this line, then render again");
        }
        return block == null ? new None() : block;
    }

    private static List<String> body(List<String> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && lines.get(from).isBlank()) {
            from++;
        }
        while (to > from && lines.get(to - 1).isBlank()) {
            to--;
        }
        return List.copyOf(lines.subList(from, to));
    }
}
