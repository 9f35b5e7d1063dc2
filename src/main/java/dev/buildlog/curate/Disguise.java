package dev.buildlog.curate;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Ways to write a text so that it is read as another: look-alike letters, letters set apart, digits for letters, backwards. */
final class Disguise {

    private static final int FEW_WORDS = 3;
    private static final Pattern CODE = Pattern.compile("(`+)(?!`).*?(?<!`)\\1(?!`)");
    private static final Pattern QUOTE = Pattern.compile("\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|‘[^’]*’|«[^»]*»|「[^」]*」"
            + "|『[^』]*』|(?<![\\p{L}\\p{N}])'[^']*'(?![\\p{L}\\p{N}])");
    private static final Pattern QUOTE_MARKS = Pattern.compile("[`\"“”„«»「」『』]");
    private static final Pattern SPACES = Pattern.compile("[\\s_*]+");
    private static final Pattern SET_APART = Pattern.compile("(?U)\\b(?:[\\p{IsLatin}\\p{IsCyrillic}][ .*_-]{1,2}){5,}[\\p{IsLatin}"
            + "\\p{IsCyrillic}]\\b");
    private static final Pattern DIGIT_IN_WORD = Pattern.compile("\\p{L}[01345@$]\\p{L}|[13450@$]\\p{L}{2}");
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private static final String SIMILAR = "[аеорсухіјѕԁһАВЕКМНОРСТУХІЈЅοΟΑΒΕΖΗΙΚΜΝΡΤΥΧ]";
    private static final Pattern MIXED = Pattern.compile("[a-zA-Z]" + SIMILAR + "|" + SIMILAR + "[a-zA-Z]");

    private final String text;

    Disguise(String text) {
        this.text = text;
    }

    /** The forms in which a reader might take it: always in lower case, the others only where there is a sign of them. */
    Set<String> forms() {
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        plain = SPACES.matcher(plain.toLowerCase(Locale.ROOT).replace('’', '\'')).replaceAll(" ");
        Set<String> forms = new LinkedHashSet<>();
        forms.add(plain);
        if (DIGIT_IN_WORD.matcher(plain).find()) {
            forms.add(plain.replace('0', 'o').replace('1', 'i').replace('3', 'e').replace('4', 'a').replace('5', 's')
                    .replace('@', 'a').replace('$', 's'));
        }
        forms.add(new StringBuilder(plain).reverse().toString());
        return forms;
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
        return SET_APART.matcher(withoutCode(text)).find();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
