package dev.buildlog.journal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes as text, or where and why they are none. */
sealed interface Utf8 {

    /** Without byte-order mark; CRLF and CR have become LF. */
    record Text(String text) implements Utf8 {}

    /**
     * @param line line of the first bad byte, from 1
     * @param column its column in characters, from 1
     */
    record Bad(int line, int column, String message) implements Utf8 {}

    static Utf8 decode(byte[] bytes) {
        return decode(bytes, true);
    }

    /** @param whole false if {@code bytes} are only the beginning, so that the last character may be cut off */
    static Utf8 decode(byte[] bytes, boolean whole) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, whole);
        String text = text(out.flip().toString());
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            return bad(text.substring(0, nul), "holds a NUL byte, so it is not text. If an editor saved it as UTF-16, "
                    + "save it as UTF-8.");
        }
        if (!result.isError()) {
            return new Text(text);
        }
        int at = in.position();
        return bad(text, "is not UTF-8: byte " + (at + 1) + " of the file is 0x"
                + String.format("%02X", bytes[at]) + ". Save it as UTF-8" + (at == 0 && isUtf16(bytes)
                        ? "; it looks like UTF-16."
                        : " (iconv -f latin1 -t utf-8 converts the commonest other encoding)."));
    }

    private static String text(String decoded) {
        String text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static Bad bad(String before, String message) {
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        String start = before.substring(before.lastIndexOf('\n') + 1);
        return new Bad(line, 1 + start.codePointCount(0, start.length()), message);
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF);
    }
}
