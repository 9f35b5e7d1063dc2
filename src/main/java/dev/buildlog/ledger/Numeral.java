package dev.buildlog.ledger;

/**
 * Numbers as exact text that is short, made and read quickly, since a draw may store ten thousand of them: with up to nine
 * decimals as they are, any other as {@code y} and its bits in eleven digits to the base 64. Earlier draws have {@code x} and 16
 * digits to the base 16.
 */
final class Numeral {

    private static final double SCALE = 1e9;
    /** Up to here multiplying by the scale loses nothing that the division would not show. */
    private static final double LARGEST = 1e6;
    private static final int HEX = 16;
    /** Of a digit to the base 64. */
    private static final int BITS = 6;
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~";

    private Numeral() {}

    /** Appends a finite {@code value}. */
    static StringBuilder append(StringBuilder text, double value) {
        long scaled = value >= 0 && value < LARGEST ? Math.round(value * SCALE) : -1;
        // a quotient of two whole numbers is rounded as reading the decimals would be, so that equal means exact
        return scaled < 0 || scaled / SCALE != value || isNegativeZero(value)
                ? digits(text.append('y'), Double.doubleToRawLongBits(value))
                : decimals(text, scaled);
    }

    /** The number of such a text, or of another decimal one. */
    static double of(String text) {
        return switch (text.charAt(0)) {
            case 'x' -> Double.longBitsToDouble(Long.parseUnsignedLong(text, 1, text.length(), HEX));
            case 'y' -> Double.longBitsToDouble(bits(text));
            default -> Double.parseDouble(text);
        };
    }

    private static StringBuilder digits(StringBuilder text, long bits) {
        for (int shift = Long.SIZE / BITS * BITS; shift >= 0; shift -= BITS) {
            text.append(DIGITS.charAt((int) (bits >>> shift) & (1 << BITS) - 1));
        }
        return text;
    }

    private static long bits(String text) {
        long bits = 0;
        for (int i = 1; i < text.length(); i++) {
            bits = bits << BITS | DIGITS.indexOf(text.charAt(i));
        }
        return bits;
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && 1 / value < 0;
    }

    private static StringBuilder decimals(StringBuilder text, long scaled) {
        long unit = (long) SCALE;
        text.append(scaled / unit);
        int rest = (int) (scaled % unit);
        if (rest > 0) {
            text.append('.');
        }
        // the first digit first, until nothing is left
        for (int place = (int) unit / 10; rest > 0; place /= 10) {
            text.append((char) ('0' + rest / place));
            rest %= place;
        }
        return text;
    }
}
