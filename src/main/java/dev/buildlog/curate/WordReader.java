package dev.buildlog.curate;

import dev.buildlog.curate.Word.Kind;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Splits a text of any script into words, numbers and clause ends. One pass, no backtracking. */
final class WordReader {

    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL, UnicodeScript.THAI,
            UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})[‘’ʼ](?=\\p{L})");
    private static final String CLAUSE_ENDS = ",;:.!?()—–。、，！？；：";
    private static final String SENTENCE_ENDS = ".:!?。！？：";

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private int at;
    private boolean code;
    private boolean sentenceStart = true;

    private WordReader(String text) {
        this.text = text;
    }

    static List<Word> read(String text) {
        WordReader reader = new WordReader(plain(text));
        while (reader.at < reader.text.length()) {
            reader.next();
        }
        return reader.words;
    }

    /** Compatibility forms unified, typographic apostrophes as {@code '}. */
    static String plain(String text) {
        return APOSTROPHE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("'");
    }

    private void next() {
        int c = text.codePointAt(at);
        if (Character.isDigit(c)) {
            number();
        } else if (isUnspaced(c)) {
            unspaced();
        } else if (Character.isLetter(c)) {
            word();
        } else {
            mark(c);
            at += Character.charCount(c);
        }
    }

    private void mark(int c) {
        if (c == '`') {
            code = !code;
        }
        if (CLAUSE_ENDS.indexOf(c) >= 0 && !code) {
            words.add(Word.COMMA);
            sentenceStart |= SENTENCE_ENDS.indexOf(c) >= 0;
        }
    }

    /** Digits with inner points; a comma between digits only groups them ({@code 1,000}). */
    private void number() {
        StringBuilder digits = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean inner = c == '.' && digitsFollow(1) || c == ',' && digitsFollow(3);
            if (Character.isDigit(c)) {
                digits.append(Character.digit(c, 10));
            } else if (c == '.' && inner) {
                digits.append(c);
            } else if (!inner) {
                break;
            }
            at++;
        }
        if (digits.isEmpty()) {
            at += Character.charCount(text.codePointAt(at));
            return;
        }
        if (text.startsWith("%", at)) {
            digits.append('%');
        }
        words.add(new Word(digits.toString(), Kind.NUMBER, false));
        sentenceStart = false;
    }

    private boolean digitsFollow(int count) {
        int end = at + 1 + count;
        return end <= text.length() && text.substring(at + 1, end).chars().allMatch(Character::isDigit);
    }

    private void unspaced() {
        int start = at;
        while (at < text.length() && isUnspaced(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        words.add(new Word(text.substring(start, at).toLowerCase(Locale.ROOT), Kind.UNSPACED, false));
        sentenceStart = false;
    }

    private void word() {
        int start = at;
        while (at < text.length() && continuesWord(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        String raw = text.substring(start, at) + languageSuffix();
        if (raw.equalsIgnoreCase("v") && at < text.length() && Character.isDigit(text.charAt(at))) {
            return;
        }
        boolean joined = start > 0 && (text.charAt(start - 1) == '-' || text.charAt(start - 1) == '_');
        boolean name = code || isName(raw, sentenceStart);
        words.add(new Word(fold(raw.toLowerCase(Locale.ROOT)), joined ? Kind.JOINED : Kind.WORD, name));
        sentenceStart = false;
    }

    private boolean continuesWord(int c) {
        boolean apostrophe = c == '\'' && at + 1 < text.length() && Character.isLetter(text.codePointAt(at + 1));
        boolean letter = Character.isLetter(c) && !isUnspaced(c);
        int type = Character.getType(c);
        boolean accent = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        return letter || accent || apostrophe || Character.isDigit(c) && at > 0 && !versionFollows();
    }

    /** {@code v2}: the number counts, the letter does not. */
    private boolean versionFollows() {
        boolean v = "vV".indexOf(text.charAt(at - 1)) >= 0;
        return v && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2)));
    }

    /** The {@code ++} of C++, the {@code #} of C#. */
    private String languageSuffix() {
        for (String suffix : List.of("++", "#")) {
            if (text.startsWith(suffix, at)) {
                at += suffix.length();
                return suffix;
            }
        }
        return "";
    }

    private static boolean isName(String raw, boolean sentenceStart) {
        boolean innerCapital = false;
        boolean digit = false;
        for (int i = 0; i < raw.length(); i++) {
            innerCapital |= i > 0 && Character.isUpperCase(raw.charAt(i));
            digit |= Character.isDigit(raw.charAt(i));
        }
        return innerCapital || digit || !sentenceStart && raw.length() > 1 && Character.isUpperCase(raw.charAt(0));
    }

    private static boolean isUnspaced(int c) {
        return c > 0x0E00 && Character.isLetterOrDigit(c) && UNSPACED.contains(UnicodeScript.of(c)) || c == 'ー';
    }

    /** Without diacritics where the letter is Latin; elsewhere they may be vowels or letters of their own. */
    private static String fold(String word) {
        if (word.chars().allMatch(c -> c < 0x80)) {
            return word;
        }
        StringBuilder folded = new StringBuilder();
        boolean latin = false;
        for (int c : Normalizer.normalize(word, Normalizer.Form.NFD).codePoints().toArray()) {
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
            if (!mark || !latin) {
                folded.appendCodePoint(c);
            }
            latin = mark ? latin : UnicodeScript.of(c) == UnicodeScript.LATIN;
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }
}
