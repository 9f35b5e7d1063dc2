package dev.buildlog.curate.gate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a run of base64 or hexadecimal digits says. */
final class Decoded {

    private static final int SHORTEST = 10;

    private Decoded() {}

    /** The text behind {@code digits}; empty where there is none that a person could have written. */
    static String text(String digits) {
        String hex = readable(hex(digits));
        return hex.isEmpty() ? readable(base64(digits)) : hex;
    }

    private static byte[] base64(String digits) {
        String plain = digits.replace("=", "").replace('-', '+').replace('_', '/');
        try {
            return Base64.getDecoder().decode(plain.substring(0, plain.length() - (plain.length() % 4 == 1 ? 1 : 0)));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] hex(String digits) {
        if (digits.length() % 2 != 0 || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            return new byte[0];
        }
        byte[] bytes = new byte[digits.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
        }
        return bytes;
    }

    private static String readable(byte[] bytes) {
        // PowerShell encodes commands as UTF-16
        byte[] text = bytes.length > 4 && bytes[1] == 0 && bytes[3] == 0
                ? new String(bytes, StandardCharsets.UTF_16LE).getBytes(StandardCharsets.UTF_8) : bytes;
        int letters = 0;
        for (byte b : text) {
            if ((b < ' ' || b > '~') && b != '\n') {
                return "";
            }
            letters += Ascii.isLetter(b) || b == ' ' ? 1 : 0;
        }
        return text.length >= SHORTEST && letters * 2 >= text.length ? new String(text, StandardCharsets.US_ASCII) : "";
    }
}
