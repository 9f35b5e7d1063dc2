package dev.buildlog.curate;

/**
 * A word, a number or a punctuation mark of a text, before anything is left out.
 *
 * @param text lower case, Latin letters without diacritics; {@code ","} for any punctuation that ends a clause
 * @param kind what it is
 * @param name whether it is written as a name: as code, with inner capitals or digits, or with a capital in mid-sentence
 */
record Word(String text, Kind kind, boolean name) {

    enum Kind {
        WORD,
        /** Written right behind a hyphen or underscore: part of a compound or a switch, so never a negation. */
        JOINED,
        NUMBER,
        /** A run of characters of a script that puts no spaces between words. */
        UNSPACED,
        PUNCTUATION
    }

    static final Word COMMA = new Word(",", Kind.PUNCTUATION, false);

    boolean isPunctuation() {
        return kind == Kind.PUNCTUATION;
    }
}
