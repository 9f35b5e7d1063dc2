package dev.buildlog.curate;

import dev.buildlog.curate.Vocabulary.Phrase;
import dev.buildlog.curate.Word.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the token backend keeps of a text.
 *
 * @param signature number of negations, order words and contrasts, numbers: equal in texts that say the same
 * @param tokens canonical words, sorted; never empty
 * @param names those tokens that are written as names in the text
 * @param heads {@code word>token}: the token that follows a direction, order word or negation
 */
record TokenProfile(String signature, SortedSet<String> tokens, SortedSet<String> names, SortedSet<String> heads) {

    /** More tokens than this are sampled by hash, the same ones in every text, so that the cost of a text has a bound. */
    static final int MOST_TOKENS = 32;

    static TokenProfile of(String text) {
        return new Builder(WordReader.read(text)).build(text);
    }

    /** Number of negations, marks joined by commas, numbers joined by commas; {@code 0} and nothing where there is no content. */
    String[] signatureParts() {
        String[] parts = signature.split(" ", 3);
        return parts.length == 3 ? parts : new String[] {"0", "", ""};
    }

    private static final class Builder {
        private final List<Word> words;
        private final SortedSet<String> tokens = new TreeSet<>();
        private final SortedSet<String> names = new TreeSet<>();
        private final SortedSet<String> heads = new TreeSet<>();
        private final SortedSet<String> marks = new TreeSet<>();
        private final List<String> numbers = new ArrayList<>();
        private final List<String> waiting = new ArrayList<>();
        private int negations;
        private String lastInClause = "";

        Builder(List<Word> words) {
            this.words = words;
        }

        TokenProfile build(String text) {
            for (int i = 0; i < words.size(); ) {
                Phrase phrase = phraseAt(i);
                if (phrase == null) {
                    read(words.get(i));
                    i++;
                } else {
                    readPhrase(phrase, words.get(i));
                    i += phrase.words().size();
                }
            }
            if (tokens.isEmpty()) {
                return withoutContent(text);
            }
            numbers.sort(null);
            String signature = negations + " " + String.join(",", marks) + " " + String.join(",", numbers);
            SortedSet<String> kept = TokenBlocks.sample(tokens, MOST_TOKENS);
            names.retainAll(kept);
            return new TokenProfile(signature, kept, names, heads);
        }

        /** Only stop words, or no words at all: such texts say the same only when they are the same. */
        private static TokenProfile withoutContent(String text) {
            String same = Long.toHexString(TokenBlocks.hash(String.join(" ", plainWords(text))));
            return new TokenProfile("=", new TreeSet<>(List.of(same)), new TreeSet<>(), new TreeSet<>());
        }

        private static List<String> plainWords(String text) {
            List<String> plain = WordReader.read(text).stream().filter(w -> !w.isPunctuation()).map(Word::text).toList();
            return plain.isEmpty() ? List.of(WordReader.plain(text).strip()) : plain;
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

        private void readPhrase(Phrase phrase, Word first) {
            if (first.isPunctuation()) {
                read(first);
            }
            if (phrase.reading().equals("@first") && !lastInClause.isEmpty()) {
                marks.add(phrase.reading());
                heads.add(phrase.reading() + ">" + lastInClause);
            } else if (phrase.reading().startsWith("@")) {
                marks.add(phrase.reading());
                waiting.add(phrase.reading());
            } else if (!phrase.reading().isEmpty()) {
                read(new Word(phrase.reading(), Kind.WORD, first.name()));
            }
        }

        private void read(Word word) {
            switch (word.kind()) {
                case PUNCTUATION -> lastInClause = "";
                case NUMBER -> numbers.add(word.text());
                case UNSPACED -> readUnspaced(word.text());
                case WORD, JOINED -> readWord(word);
            }
        }

        private void readWord(Word word) {
            String text = withoutClitic(word.text());
            if (word.kind() == Kind.WORD && (text.endsWith("n't") || Vocabulary.NEGATIONS.contains(text))) {
                negations++;
                waiting.add("@not");
            } else if (Vocabulary.DIRECTIONS.contains(text)) {
                waiting.add(text);
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
            lastInClause = token;
        }
    }
}
