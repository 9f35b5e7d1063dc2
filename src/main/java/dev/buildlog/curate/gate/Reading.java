package dev.buildlog.curate.gate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text as words in their clauses, each with what it is about.
 *
 * @param terms its words and phrases, in their order
 */
record Reading(List<Term> terms) {

    private static final Concepts CONCEPTS = Concepts.shipped();
    private static final String NEGATION = "NEG";
    private static final List<String> ENDINGS = List.of("ing", "ed", "es", "s", "e");

    /**
     * A word or a phrase.
     *
     * @param word in lower case, a phrase with {@code _} between its words
     * @param concept what it is about, with {@code !} before it where the clause denied something earlier
     * @param clause number of its clause, from 0
     */
    record Term(String word, @Nullable String concept, int clause) {

        /** What it is about, or its stem. */
        String about() {
            String known = concept;
            return known == null ? stem() : known;
        }

        /** The word without the commonest endings of English. */
        String stem() {
            for (String ending : ENDINGS) {
                if (word.length() > ending.length() + 2 && word.endsWith(ending) && !word.endsWith("ss")) {
                    return word.substring(0, word.length() - ending.length());
                }
            }
            return word;
        }
    }

    /** @param text in lower case */
    static Reading of(String text) {
        List<String> words = new ArrayList<>();
        List<Integer> clauses = new ArrayList<>();
        int clause = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
                continue;
            }
            int end = i;
            while (end > start && isMark(text.charAt(end - 1))) {
                end--;
            }
            int from = start;
            while (from < end && isMark(text.charAt(from)) && !isDotted(text, from, end)) {
                from++;
            }
            int before = words.size();
            words(text.substring(from, end), words);
            for (int added = before; added < words.size(); added++) {
                clauses.add(clause);
            }
            if (endsClause(text, end, i)) {
                clause++;
            }
            start = i + 1;
        }
        return new Reading(terms(words, clauses));
    }

    private static List<Term> terms(List<String> words, List<Integer> clauses) {
        List<Term> terms = new ArrayList<>();
        int denied = -1;
        for (int i = 0; i < words.size(); ) {
            int length = phrase(words, i);
            String word = length == 1 ? words.get(i) : String.join("_", words.subList(i, i + length));
            String concept = length > 1 ? CONCEPTS.ofPhrase(word)
                    : Concepts.isUnspaced(word.charAt(0)) ? CONCEPTS.ofUnspaced(word) : CONCEPTS.of(word);
            boolean denies = NEGATION.equals(concept);
            boolean turned = concept != null && !denies && denied == clauses.get(i);
            terms.add(new Term(word, turned ? "!" + concept : concept, clauses.get(i)));
            denied = denies ? clauses.get(i) : denied;
            i += length;
        }
        return terms;
    }

    private static int phrase(List<String> words, int at) {
        if (CONCEPTS.begins(words.get(at))) {
            for (int length = Math.min(Concepts.LONGEST_PHRASE, words.size() - at); length > 1; length--) {
                if (CONCEPTS.ofPhrase(String.join("_", words.subList(at, at + length))) != null) {
                    return length;
                }
            }
        }
        return 1;
    }

    /** Splits what stands between two spaces. */
    private static void words(String chunk, List<String> words) {
        if (chunk.isEmpty()) {
            return;
        }
        if (chunk.contains("://") || chunk.startsWith("www.")) {
            words.add("_url_");
        } else if (chunk.indexOf('@') > 0 && chunk.indexOf('.', chunk.indexOf('@')) > 0) {
            words.add("_email_");
        } else if (chunk.charAt(0) == '$' && chunk.length() > 1) {
            words.add("_var_");
        } else if (CONCEPTS.of(chunk) != null && !Concepts.isUnspaced(chunk.charAt(0))) {
            words.add(chunk);
        } else if (isPath(chunk)) {
            words.add("_file_");
        } else {
            letters(chunk, words);
        }
    }

    private static void letters(String chunk, List<String> words) {
        int start = 0;
        for (int i = 0; i <= chunk.length(); i++) {
            boolean inside = i < chunk.length() && (Character.isLetterOrDigit(chunk.charAt(i)) || chunk.charAt(i) == '\''
                    || Character.getType(chunk.charAt(i)) == Character.NON_SPACING_MARK
                    || Character.getType(chunk.charAt(i)) == Character.COMBINING_SPACING_MARK);
            if (inside && Concepts.isUnspaced(chunk.charAt(i))) {
                String word = CONCEPTS.unspacedAt(chunk, i);
                if (!word.isEmpty()) {
                    words.add(word);
                    i += word.length() - 1;
                }
                start = i + 1;
            } else if (!inside) {
                if (i > start) {
                    words.add(chunk.substring(start, i));
                }
                start = i + 1;
            }
        }
    }

    private static boolean isPath(String chunk) {
        int dot = chunk.lastIndexOf('.');
        return chunk.indexOf('/') >= 0 && chunk.length() > 2
                || dot >= 0 && dot + 1 < chunk.length() && Character.isLetter(chunk.charAt(dot + 1))
                        && !Concepts.isUnspaced(chunk.charAt(dot + 1));
    }

    private static boolean isMark(char c) {
        return c != '$' && c != '/' && !Character.isLetterOrDigit(c) && Character.getType(c) != Character.NON_SPACING_MARK
                && Character.getType(c) != Character.COMBINING_SPACING_MARK;
    }

    /** A name such as {@code .env}. */
    private static boolean isDotted(String text, int at, int end) {
        return text.charAt(at) == '.' && at + 1 < end && Character.isLetter(text.charAt(at + 1));
    }

    private static boolean endsClause(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (",;:.!?—–。、，；：".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
