package dev.buildlog.curate.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One way in which a reader might take a text: in lower case, without what it quotes, and with its disguise undone.
 *
 * @param text what is read
 * @param words its words; marks and signs are between them
 */
record Form(String text, Set<String> words) {

    private static final int FEW_WORDS = 3;
    private static final Pattern QUOTE = Pattern.compile("\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|‘[^’]*’|«[^»]*»|「[^」]*」"
            + "|『[^』]*』|(?<![\\p{L}\\p{N}])'[^']*'(?![\\p{L}\\p{N}])");
    private static final Pattern QUOTE_MARKS = Pattern.compile("[`\"“”„«»「」『』]");
    private static final Pattern SPACES = Pattern.compile("[\\s_*|]+");
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** The text as it stands, with letters for the digits in its words, with scrambled words put right, backwards, and in rot13. */
    static List<Form> of(String text) {
        String plain = Plain.of(text);
        String read = unquoted(plain.toLowerCase(Locale.ROOT).replace('’', '\''));
        List<Form> forms = new ArrayList<>(List.of(form(read)));
        add(forms, hasDigitInWord(read) ? lettersForDigits(read) : read);
        add(forms, Scrambled.putRight(read));
        add(forms, Glued.apart(read));
        if (Ascii.isAll(read)) {
            add(forms, new StringBuilder(read).reverse().toString());
            add(forms, rot13(read));
        }
        return forms;
    }

    /** The whole text in lower case, quotes and code included, and behind it the plain text if that differs. */
    static Form whole(String text) {
        String plain = Plain.of(text);
        return form((plain.equals(text) ? text : text + "\n" + plain).toLowerCase(Locale.ROOT));
    }

    private static void add(List<Form> forms, String read) {
        if (forms.stream().noneMatch(form -> form.text.equals(read))) {
            forms.add(form(read));
        }
    }

    private static Form form(String read) {
        Set<String> words = new HashSet<>();
        int start = 0;
        for (int i = 0; i <= read.length(); i++) {
            if (i == read.length() || !Character.isLetterOrDigit(read.charAt(i))
                    && Character.getType(read.charAt(i)) != Character.NON_SPACING_MARK) {
                if (i > start) {
                    words.add(read.substring(start, i));
                }
                start = i + 1;
            }
        }
        return new Form(read, words);
    }

    /** {@code form} without what it quotes; where hardly anything is left, the quoted text without its marks. */
    private static String unquoted(String form) {
        String outside = QUOTE.matcher(CodeSpans.blank(form)).replaceAll(" ");
        boolean speaksItself = WORD.split(outside.strip()).length >= FEW_WORDS
                || !Ascii.isAll(outside) && outside.strip().length() > FEW_WORDS;
        return SPACES.matcher(speaksItself ? outside : QUOTE_MARKS.matcher(form).replaceAll(" ")).replaceAll(" ").strip();
    }

    private static String lettersForDigits(String text) {
        return text.replace('0', 'o').replace('1', 'i').replace('3', 'e').replace('4', 'a').replace('5', 's').replace('7', 't')
                .replace('@', 'a').replace('$', 's').replace('!', 'i').replace("aii", "all");
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
        return c == '0' || c == '1' || c >= '3' && c <= '5' || c == '7' || c == '@' || c == '$';
    }

    private static String rot13(String text) {
        StringBuilder turned = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            turned.append(c >= 'a' && c <= 'z' ? (char) ('a' + (c - 'a' + 13) % 26) : c);
        }
        return turned.toString();
    }
}
