package dev.buildlog.curate;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells a secret from a name, a path or a placeholder that stands where a secret could stand. */
final class SecretValue {

    private static final Pattern TEMPLATE = Pattern.compile("[$%{<\\[].*|.*\\$\\{.*|\\*+|\\.+|[xX]+|.*(?:…|\\.\\.\\.).*");
    private static final Pattern STAND_IN =
            Pattern.compile("(?i).*(?:your[_-]|changeme|change[_-]me|placeholder|redacted|environ|getenv|process\\.env).*");
    private static final Pattern PLACE = Pattern.compile("(?:/|\\./|\\.\\./|~/|[A-Za-z]:\\\\|[a-z]+://).*");
    private static final Pattern SEPARATOR = Pattern.compile("[-_./:+=@#]+");
    private static final Pattern WORDLIKE = Pattern.compile("\\p{L}+\\d{0,3}|\\d{1,4}\\p{L}{0,2}|");
    private static final double LEAST_ENTROPY = 2.5;
    private static final int LONGEST_JUDGED = 512;

    private SecretValue() {}

    static boolean isPlaceholder(String value) {
        String head = head(value);
        return TEMPLATE.matcher(head).matches() || STAND_IN.matcher(head).matches() || isUpperCaseName(head);
    }

    static boolean isRandom(String value) {
        String head = head(value);
        return isFilledWithLettersAndDigits(head) && !isMadeOfWords(head) && entropy(head) >= LEAST_ENTROPY;
    }

    /** A password may be one word with a digit or sign; only names of several parts are let through. */
    static boolean isPassword(String value) {
        String head = head(value);
        boolean parts = SEPARATOR.matcher(head).find();
        boolean sign = head.chars().anyMatch(c -> "!@#$%^&*?~".indexOf(c) >= 0);
        boolean mixed = isFilledWithLettersAndDigits(head) || sign && !isPlaceholder(head) && !isPlace(head);
        return mixed && (!parts || sign || !isMadeOfWords(head)) && entropy(head) >= 2;
    }

    private static String head(String value) {
        return value.length() > LONGEST_JUDGED ? value.substring(0, LONGEST_JUDGED) : value;
    }

    private static boolean isFilledWithLettersAndDigits(String value) {
        boolean letter = value.chars().anyMatch(Character::isLetter);
        boolean digit = value.chars().anyMatch(Character::isDigit);
        return letter && digit && !isPlaceholder(value) && !isPlace(value);
    }

    private static boolean isPlace(String value) {
        return PLACE.matcher(value).matches();
    }

    /** {@code oauth2-access-token}, {@code 128k/256k}. */
    private static boolean isMadeOfWords(String value) {
        return SEPARATOR.splitAsStream(value).allMatch(part -> WORDLIKE.matcher(part).matches());
    }

    /** {@code API_TOKEN}. */
    private static boolean isUpperCaseName(String value) {
        return value.equals(value.toUpperCase(Locale.ROOT)) && value.contains("_") && isMadeOfWords(value);
    }

    /** Shannon entropy in bits per character. */
    private static double entropy(String value) {
        Map<Integer, Integer> counts = new HashMap<>();
        value.chars().forEach(c -> counts.merge(c, 1, Integer::sum));
        double bits = 0;
        for (int count : counts.values()) {
            double share = (double) count / value.length();
            bits -= share * Math.log(share) / Math.log(2);
        }
        return bits;
    }
}
