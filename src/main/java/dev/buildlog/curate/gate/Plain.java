package dev.buildlog.curate.gate;

import java.text.Normalizer;

/**
 * A text as a model reads it: compatibility forms (NFKC), small capitals and signs that pass for those of commands and addresses
 * stand for the ASCII characters they look like. Letters of other alphabets stay: {@link LookAlikes} judges those.
 */
final class Plain {

    private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡ\0ʏᴢ";
    private static final String SIGNS = "․‧ꓸ⁄∕⧸╱⟋∶꞉ː‐‑‒−﹘⁃∣│ǀ⏐∼˜ɡɑ⟨⟩";
    private static final String ASCII = ".../////:::------||||~~ga<>";
    private static final String IDEOGRAPHIC_STOPS = "。｡．";

    private Plain() {}

    static String of(String text) {
        if (Ascii.isAll(text)) {
            return text;
        }
        String stopped = text;
        for (int i = 0; i < IDEOGRAPHIC_STOPS.length(); i++) {
            stopped = stopped.replaceAll("(?<=[A-Za-z0-9-])" + IDEOGRAPHIC_STOPS.charAt(i) + "(?=[a-z])", ".");
        }
        String normal = Normalizer.normalize(stopped, Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); i++) {
            plain.append(ascii(normal.charAt(i)));
        }
        return plain.toString();
    }

    /** Whether {@code c} is a capital in the size of a small letter, as phonetics has some and nobody writes words in. */
    static boolean isSmallCapital(int c) {
        return c > 0x7F && SMALL_CAPITALS.indexOf(c) >= 0;
    }

    private static char ascii(char c) {
        if (c < 0x80) {
            return c;
        }
        int letter = SMALL_CAPITALS.indexOf(c);
        int sign = SIGNS.indexOf(c);
        return letter >= 0 ? (char) ('a' + letter) : sign >= 0 ? ASCII.charAt(sign) : c;
    }
}
