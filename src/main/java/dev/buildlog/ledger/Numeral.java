package dev.buildlog.ledger;

/**
 * Numbers as exact text that is made and read quickly, since a draw may store ten thousand of them: with up to nine decimals as
 * they are, any other as {@code x} and the 16 hex digits of its bits.
 */
final class Numeral {

    private static final int DECIMALS = 9;
    private static final double SCALE = 1e9;
    /** Up to here multiplying by the scale loses nothing that the division would not show. */
    private static final double LARGEST = 1e6;
    private static final int HEX = 16;

    private Numeral() {}

    /** Appends a finite {@code value}. */
    static StringBuilder append(StringBuilder text, double value) {
        long scaled = value >= 0 && value < LARGEST ? Math.round(value * SCALE) : -1;
        // a quotient of two whole numbers is rounded as reading the decimals would be, so that equal means exact
        return scaled < 0 || scaled / SCALE != value || isNegativeZero(value)
                ? text.append('x').append(Long.toHexString(Double.doubleToRawLongBits(value)))
                : decimals(text, scaled);
    }

    /** The number of such a text, or of another decimal one. */
    static double of(String text) {
        return text.startsWith("x") ? Double.longBitsToDouble(Long.parseUnsignedLong(text, 1, text.length(), HEX))
                : Double.parseDouble(text);
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && 1 / value < 0;
    }

    private static StringBuilder decimals(StringBuilder text, long scaled) {
        long unit = (long) SCALE;
        text.append(scaled / unit);
        long rest = scaled % unit;
        if (rest == 0) {
            return text;
        }
        int places = DECIMALS;
        for (; rest % 10 == 0; places--) {
            rest /= 10;
        }
        String digits = Long.toString(rest);
        return text.append('.').append("0".repeat(places - digits.length())).append(digits);
    }
}
