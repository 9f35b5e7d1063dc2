package dev.buildlog.curate;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Ways to write a text so that it is read as another: look-alike letters, letters set apart, digits for letters, backwards. */
final class Disguise {

    private static final int FEW_WORDS = 3;
    private static final Pattern CODE = Pattern.compile("(`+)(?!`).*?(?<!`)\\1(?!`)");
    private static final Pattern QUOTE = Pattern.compile("\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|‘[^’]*’|«[^»]*»|「[^」]*」"
            + "|『[^』]*』|(?<![\\p{L}\\p{N}])'[^']*'(?![\\p{L}\\p{N}])");
    private static final Pattern QUOTE_MARKS = Pattern.compile("[`\"“”„«»「」『』]");
    private static final Pattern SPACES = Pattern.compile("[\\s_*]+");
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private static final String SIMILAR = "[аеорсухіјѕԁһАВЕКМНОРСТУХІЈЅοΟΑΒΕΖΗΙΚΜΝΡΤΥΧ]";
    private static final Pattern MIXED = Pattern.compile("[a-zA-Z]" + SIMILAR + "|" + SIMILAR + "[a-zA-Z]");

    private static final int LETTERS_OF_A_WORD = 6;

    private Disguise() {}

    /** The forms in which a reader might take {@code text}: in lower case, and with letters for the digits in its words. */
    static List<String> forms(String text) {
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        plain = plain.toLowerCase(Locale.ROOT).replace('’', '\'');
        if (!hasDigitInWord(plain)) {
            return List.of(plain);
        }
        return List.of(plain, plain.replace('0', 'o').replace('1', 'i').replace('3', 'e').replace('4', 'a').replace('5', 's')
                .replace('@', 'a').replace('$', 's'));
    }

    private static boolean hasDigitInWord(String text) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i - 1);
            char next = text.charAt(i);
            if (isDisguised(c) && Character.isLetter(next) || Character.isLetter(c) && isDisguised(next)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDisguised(char c) {
        return c == '0' || c == '1' || c >= '3' && c <= '5' || c == '@' || c == '$';
    }

    /** {@code form} without what it quotes; where hardly anything is left, the quoted text without its marks. */
    static String unquoted(String form) {
        String outside = QUOTE.matcher(withoutCode(form)).replaceAll(" ");
        boolean speaksItself = WORD.split(outside.strip()).length >= FEW_WORDS;
        return SPACES.matcher(speaksItself ? outside : QUOTE_MARKS.matcher(form).replaceAll(" ")).replaceAll(" ").strip();
    }

    /** {@code text} without its code spans. */
    static String withoutCode(String text) {
        return text.indexOf('`') < 0 ? text : CODE.matcher(text).replaceAll(" ");
    }

    /** Whether a word mixes Latin letters with Cyrillic or Greek ones that look like them. */
    static boolean hasLookAlikes(String text) {
        return !isAscii(text) && MIXED.matcher(text).find();
    }

    /** Whether a word is spelled out, letter by letter. */
    static boolean isSpelledOut(String text) {
        return isSpelled(text) && isSpelled(withoutCode(text));
    }

    private static boolean isSpelled(String text) {
        int single = 0;
        int gap = 0;
        for (int i = 0; i < text.length() && single < LETTERS_OF_A_WORD; i++) {
            char c = text.charAt(i);
            if (" .*_-".indexOf(c) >= 0) {
                gap++;
            } else {
                boolean alone = Character.isLetter(c) && c < 0x2E80 && (i == 0 || gap > 0);
                boolean joins = single == 0 || gap <= 2;
                single = !alone ? 0 : joins ? single + 1 : 1;
                gap = 0;
            }
        }
        return single >= LETTERS_OF_A_WORD;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
