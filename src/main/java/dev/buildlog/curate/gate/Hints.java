package dev.buildlog.curate.gate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which attacks a text could hold at all, judged by its words and marks: a quick look that spares nearly every expression. */
final class Hints {

    private record Mark(String text, int attack) {}

    private final Map<String, BitSet> byWord = new HashMap<>();
    private final List<Mark> marks = new ArrayList<>();

    Hints(List<Attack> attacks) {
        for (int i = 0; i < attacks.size(); i++) {
            for (String hint : attacks.get(i).hints()) {
                if (isWord(hint)) {
                    byWord.computeIfAbsent(hint, word -> new BitSet()).set(i);
                } else {
                    marks.add(new Mark(hint, i));
                }
            }
        }
    }

    /** Numbers of the attacks that {@code form} hints at. */
    BitSet in(Form form) {
        BitSet hinted = new BitSet();
        for (String word : form.words()) {
            BitSet known = byWord.get(word);
            if (known != null) {
                hinted.or(known);
            }
        }
        for (Mark mark : marks) {
            if (form.text().contains(mark.text())) {
                hinted.set(mark.attack());
            }
        }
        return hinted;
    }

    /** Whether a hint stands between marks or spaces; scripts without spaces have no such words. */
    private static boolean isWord(String hint) {
        return hint.codePoints().allMatch(c -> c < 0x0900 && Character.isLetterOrDigit(c));
    }
}
