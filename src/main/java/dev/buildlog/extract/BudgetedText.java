package dev.buildlog.extract;

/**
 * A text that a regular expression may look at only so often. The engine reads every character through {@link #charAt},
 * so counting there stops an expression that backtracks without end.
 */
final class BudgetedText implements CharSequence {

    /** The expression has used up its looks. */
    static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("step budget exhausted", null, false, false);
        }
    }

    /** Looks left, shared by a text and its parts. */
    static final class Budget {

        private long left;

        Budget(long looks) {
            left = looks;
        }

        boolean isSpent() {
            return left <= 0;
        }
    }

    private final String text;
    private final Budget ofLine;
    private final Budget ofEntry;

    BudgetedText(String text, Budget ofLine, Budget ofEntry) {
        this.text = text;
        this.ofLine = ofLine;
        this.ofEntry = ofEntry;
    }

    @Override
    public char charAt(int index) {
        if (--ofLine.left < 0 | --ofEntry.left < 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BudgetedText(text.substring(start, end), ofLine, ofEntry);
    }

    @Override
    public String toString() {
        return text;
    }
}
