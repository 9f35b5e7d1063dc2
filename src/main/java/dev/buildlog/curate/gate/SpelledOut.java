package dev.buildlog.curate.gate;

/** A word written letter by letter, so that no search finds it. */
final class SpelledOut implements Check {

    private static final int LETTERS_OF_A_WORD = 6;
    private static final String BETWEEN = " .*_-|/,+~:;'\"`()[]";

    @Override
    public String id() {
        return "spelled-out";
    }

    @Override
    public Action action() {
        return Action.QUARANTINE;
    }

    @Override
    public String about() {
        return "Words spelled out letter by letter.";
    }

    @Override
    public void examine(Draft draft) {
        int at = spelled(draft.text());
        if (at >= 0 && spelled(draft.shown()) >= 0) {
            draft.found(this, at, "spells a word out letter by letter, as if to hide it");
        }
    }

    /** Offset of the first letter of such a word; -1 where there is none. */
    private static int spelled(String text) {
        int single = 0;
        int gap = 0;
        int start = 0;
        int letters = 0;
        boolean varied = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (BETWEEN.indexOf(c) >= 0) {
                gap++;
                continue;
            }
            boolean alone = isSpelling(c) && (i == 0 || gap > 0) && (i + 1 == text.length() || BETWEEN.indexOf(text.charAt(i + 1)) >= 0);
            if (!alone) {
                single = 0;
            } else if (single == 0 || gap > 3) {
                single = 1;
                letters = 0;
                start = i;
                varied = false;
            } else {
                single++;
                varied |= isFarFrom(text.charAt(start), c, single);
            }
            gap = 0;
            letters += alone && Character.isLetter(c) ? 1 : 0;
            if (single >= LETTERS_OF_A_WORD && letters * 2 > single && varied) {
                return start;
            }
        }
        return -1;
    }

    /** Letters that follow each other in the alphabet are names: drives, columns, options of an answer. */
    private static boolean isFarFrom(char first, char c, int place) {
        return Character.toLowerCase(c) - Character.toLowerCase(first) != place - 1;
    }

    private static boolean isSpelling(char c) {
        return Character.isLetter(c) && c < 0x2E80 || c == '0' || c == '1' || c == '3';
    }
}
