package dev.buildlog.curate;

import dev.buildlog.curate.Vocabulary.Phrase;
import dev.buildlog.curate.Word.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What counts of a text when it is compared by its words.
 *
 * @param negations how many words turn the advice round
 * @param marks order words and contrasts, such as {@code @before} and {@code @instead}
 * @param numbers with their units, such as {@code 1.21}, {@code 5ms}
 * @param tokens canonical words; never empty
 * @param names those tokens that are written as names in the text
 * @param heads {@code word>token}: what a mark governs, and the token that follows a negation or a direction
 */
record TokenProfile(
        int negations,
        SortedSet<String> marks,
        SortedSet<String> numbers,
        SortedSet<String> tokens,
        SortedSet<String> names,
        SortedSet<String> heads) {

    /** More tokens than this are sampled by hash, the same ones in every text, so that the cost of a text has a bound. */
    static final int MOST_TOKENS = 32;

    /** Mark of a text without content words. */
    static final String WORDLESS = "=";

    private static final String FIRST = "@first";

    /** How many lines {@link #encoded} has. */
    static final int LINES = 4;

    static TokenProfile of(String text) {
        return new Builder(WordReader.read(text)).build(text);
    }

    /** Negations, marks and numbers: equal in texts that say the same in nearly the same words. */
    String signature() {
        return negations + " " + String.join(",", marks) + " " + String.join(",", numbers);
    }

    /** Signature, tokens, names and heads, one line each; no token holds a space or a line break. */
    String encoded() {
        return String.join("\n", signature(), String.join(" ", tokens), String.join(" ", names), String.join(" ", heads));
    }

    /** Reads back what {@link #encoded} wrote; more lines may follow. */
    static TokenProfile decode(String encoded) {
        List<String> lines = List.of(encoded.split("\n", LINES + 1));
        String[] signature = lines.get(0).split(" ", -1);
        return new TokenProfile(Integer.parseInt(signature[0]), set(signature[1], ","), set(signature[2], ","),
                set(lines.get(1), " "), set(lines.get(2), " "), set(lines.get(LINES - 1), " "));
    }

    /** Where the line behind the first {@code lines} lines begins; 0 if there is none. */
    static int skip(String data, int lines) {
        int at = -1;
        for (int line = 0; line < lines; line++) {
            at = data.indexOf('\n', at + 1);
            if (at < 0) {
                return 0;
            }
        }
        return at + 1;
    }

    private static SortedSet<String> set(String joined, String separator) {
        return joined.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(joined.split(separator)));
    }

    private static final class Builder {
        private final List<Word> words;
        private final SortedSet<String> tokens = new TreeSet<>();
        private final SortedSet<String> names = new TreeSet<>();
        private final SortedSet<String> heads = new TreeSet<>();
        private final SortedSet<String> marks = new TreeSet<>();
        private final SortedSet<String> numbers = new TreeSet<>();
        /** Negations and directions that wait for the token they govern. */
        private final List<String> waiting = new ArrayList<>();
        private final List<String> clause = new ArrayList<>();
        private String governing = "";
        private boolean first;
        private int negations;

        Builder(List<Word> words) {
            this.words = words;
        }

        TokenProfile build(String text) {
            int i = 0;
            while (i < words.size()) {
                i += readAt(i);
            }
            endClause();
            if (tokens.isEmpty()) {
                return withoutContent(text);
            }
            SortedSet<String> kept = TokenBlocks.sample(tokens, MOST_TOKENS);
            names.retainAll(kept);
            return new TokenProfile(negations, marks, numbers, kept, names, heads);
        }

        /** Only stop words and numbers, or no words at all: such texts say the same only when they are the same. */
        private static TokenProfile withoutContent(String text) {
            SortedSet<String> same = new TreeSet<>();
            same.add(Long.toHexString(TokenBlocks.hash(String.join(" ", plainWords(text)))));
            return new TokenProfile(0, new TreeSet<>(List.of(WORDLESS)), new TreeSet<>(), same, new TreeSet<>(), new TreeSet<>());
        }

        private static List<String> plainWords(String text) {
            List<String> plain = WordReader.read(text).stream().filter(w -> !w.isPunctuation()).map(Word::text).toList();
            return plain.isEmpty() ? List.of(WordReader.plain(text).strip()) : plain;
        }

        /** How many words it took. */
        private int readAt(int i) {
            Phrase phrase = phraseAt(i);
            if (phrase != null) {
                readPhrase(phrase, words.get(i));
                return phrase.words().size();
            }
            Word word = words.get(i);
            String number = word.kind() == Kind.WORD ? Vocabulary.NUMBERS.get(word.text()) : null;
            if (word.kind() != Kind.NUMBER && number == null) {
                read(word);
                return 1;
            }
            Word next = i + 1 < words.size() ? words.get(i + 1) : Word.COMMA;
            String unit = Vocabulary.UNITS.get(next.text());
            numbers.add((number == null ? word.text() : number) + (unit == null ? "" : unit));
            return unit == null ? 1 : 2;
        }

        private @Nullable Phrase phraseAt(int i) {
            for (Phrase phrase : Vocabulary.PHRASES.getOrDefault(words.get(i).text(), List.of())) {
                int end = i + phrase.words().size();
                if (end <= words.size() && matches(phrase, words.subList(i, end))) {
                    return phrase;
                }
            }
            return null;
        }

        private static boolean matches(Phrase phrase, List<Word> part) {
            for (int i = 0; i < part.size(); i++) {
                if (!part.get(i).text().equals(phrase.words().get(i))) {
                    return false;
                }
            }
            return true;
        }

        private void readPhrase(Phrase phrase, Word start) {
            if (start.isPunctuation()) {
                read(start);
            }
            if (phrase.reading().equals(FIRST)) {
                marks.add(FIRST);
                first = true;
            } else if (phrase.reading().startsWith("@")) {
                endClause();
                marks.add(phrase.reading());
                governing = phrase.reading();
            } else if (!phrase.reading().isEmpty()) {
                read(new Word(phrase.reading(), Kind.WORD, start.name()));
            }
        }

        private void endClause() {
            if (first) {
                clause.forEach(token -> heads.add(FIRST + ">" + token));
            }
            first = false;
            governing = "";
            clause.clear();
        }

        private void read(Word word) {
            switch (word.kind()) {
                case PUNCTUATION -> endClause();
                case UNSPACED -> readUnspaced(word.text());
                default -> readWord(word);
            }
        }

        private void readWord(Word word) {
            String text = withoutClitic(word.text());
            if (word.kind() == Kind.WORD && (text.endsWith("n't") || Vocabulary.NEGATIONS.contains(text))) {
                negations++;
                waiting.add("@not");
            } else if (Vocabulary.DIRECTIONS.contains(text)) {
                waiting.add(text);
                if (text.equals("then")) {
                    endClause();
                }
            } else if (!Vocabulary.STOP_WORDS.contains(text) || word.kind() == Kind.JOINED) {
                add(Vocabulary.canonical(text.replace("'", "")), word.name());
            }
        }

        private static String withoutClitic(String text) {
            int apostrophe = text.lastIndexOf('\'');
            return apostrophe > 0 && !text.endsWith("n't") ? text.substring(0, apostrophe) : text;
        }

        private void readUnspaced(String run) {
            for (String negation : Vocabulary.UNSPACED_NEGATIONS) {
                for (int i = run.indexOf(negation); i >= 0; i = run.indexOf(negation, i + negation.length())) {
                    negations++;
                }
            }
            int[] characters = run.codePoints().toArray();
            if (characters.length == 1) {
                add(run, false);
            }
            for (int i = 0; i + 1 < characters.length; i++) {
                add(new String(characters, i, 2), false);
            }
        }

        private void add(String token, boolean name) {
            tokens.add(token);
            if (name || Vocabulary.TECHNOLOGIES.contains(token)) {
                names.add(token);
            }
            waiting.forEach(mark -> heads.add(mark + ">" + token));
            waiting.clear();
            if (!governing.isEmpty()) {
                heads.add(governing + ">" + token);
            }
            clause.add(token);
        }
    }
}
