package dev.buildlog.curate.gate;

import java.lang.Character.UnicodeScript;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words in letters that look like Latin ones and are not. What looks like what is said by Unicode (UTS 39), as ICU has it.
 */
final class LookAlikes implements Check {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{So}]+");
    private static final int SHORTEST_DISGUISE = 3;

    /** A formula has a variable or two in mathematical letters; words of two have more. */
    private static final int MOST_DRESSED = 4;
    private static final Pattern DRESSED_WORD = Pattern.compile("[\\x{1D400}-\\x{1D7FF}]{2}");

    @Override
    public String id() {
        return "look-alikes";
    }

    @Override
    public Action action() {
        return Action.QUARANTINE;
    }

    @Override
    public String about() {
        return "Words that mix Latin letters with look-alikes of another alphabet, consist of look-alikes only, or are set in"
                + " mathematical, circled or full-width letters or in small capitals.";
    }

    @Override
    public void examine(Draft draft) {
        String text = draft.text();
        if (Ascii.isAll(text)) {
            return;
        }
        if (text.codePoints().filter(LookAlikes::isDressedUp).count() >= MOST_DRESSED && DRESSED_WORD.matcher(text).find()) {
            draft.found(this, 0, "has words in letters that only look like Latin ones: " + spelled(text));
            return;
        }
        boolean latin = 2 * text.codePoints().filter(Ascii::isLetter).count() > text.codePoints().filter(Character::isLetter).count();
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            if (!Ascii.isAll(word.group()) && isDisguised(word.group(), latin)) {
                draft.found(this, word.start(), "has a word in letters that only look like Latin ones: " + spelled(word.group()));
                return;
            }
        }
    }

    private static boolean isDisguised(String word, boolean inLatinText) {
        long latin = word.codePoints().filter(c -> UnicodeScript.of(c) == UnicodeScript.LATIN).count();
        long dressed = word.codePoints().filter(LookAlikes::isDressedUp).count();
        long foreign = word.codePoints().filter(LookAlikes::isOfOtherAlphabet).count();
        if (dressed >= SHORTEST_DISGUISE || inLatinText
                && word.codePoints().filter(LookAlikes::isFullWidth).count() >= SHORTEST_DISGUISE) {
            return true;
        }
        if (foreign == 0) {
            return false;
        }
        if (latin > 0) {
            return word.codePoints().filter(LookAlikes::isOfOtherAlphabet).anyMatch(c -> Skeletons.looksLatin(Character.toString(c)));
        }
        return inLatinText && word.length() >= SHORTEST_DISGUISE && Skeletons.looksLatin(word);
    }

    /** Letters of alphabets; not of scripts that Latin words stand in without a gap. */
    private static boolean isOfOtherAlphabet(int c) {
        return Character.isLetter(c) && switch (UnicodeScript.of(c)) {
            case LATIN, COMMON, INHERITED, UNKNOWN, HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, ARABIC, HEBREW -> false;
            default -> true;
        };
    }

    private static boolean isFullWidth(int c) {
        return c >= 0xFF21 && c <= 0xFF5A;
    }

    /** Mathematical alphabets, letters in brackets, circles or squares, small capitals, raised and lowered letters. */
    private static boolean isDressedUp(int c) {
        return c >= 0x249C && c <= 0x24B5 || Plain.isSmallCapital(c) || c >= 0x1D2C && c <= 0x1D6A
                || c >= 0x1D400 && c <= 0x1D7FF || c >= 0x24B6 && c <= 0x24E9 || c >= 0x1F110 && c <= 0x1F169
                || c >= 0x1F170 && c <= 0x1F189;
    }

    private static String spelled(String word) {
        StringBuilder spelled = new StringBuilder();
        word.codePoints().limit(20).forEach(c -> spelled.append(c < 0x80 ? Character.toString(c)
                : String.format("\\u{%X}", c)));
        return spelled.toString();
    }
}
