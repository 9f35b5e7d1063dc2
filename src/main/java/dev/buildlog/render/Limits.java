package dev.buildlog.render;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How much of a file an agent reads, and how much buildlog may put into it; 0 where there is no limit.
 *
 * @param bytes of the whole file
 * @param characters of the whole file, as Unicode code points
 * @param lines of the whole file
 * @param tokens of what buildlog writes, by the estimate of {@link #tokens(String)}
 */
public record Limits(int bytes, int characters, int lines, int tokens) {

    /** No limit at all. */
    public static final Limits NONE = new Limits(0, 0, 0, 0);

    /** English prose runs at four characters a token or a little more; Markdown, code and other scripts at fewer. */
    private static final int BYTES_PER_TOKEN = 3;

    /** The tighter of two limits in each measure. */
    public Limits least(Limits other) {
        return new Limits(least(bytes, other.bytes), least(characters, other.characters), least(lines, other.lines),
                least(tokens, other.tokens));
    }

    /** An estimate on the safe side for English and Markdown: one token for every three bytes of UTF-8. */
    public static int tokens(String text) {
        return (text.getBytes(StandardCharsets.UTF_8).length + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
    }

    /** How many tokens so many bytes hold at least. */
    static int tokensIn(int bytes) {
        return Math.max(0, bytes) / BYTES_PER_TOKEN;
    }

    /**
     * The first limit that is exceeded, in words such as {@code "32768 bytes"}; empty where all are kept.
     *
     * @param file content of the whole file
     * @param own the part that buildlog wrote
     */
    Optional<String> exceeded(byte[] file, String own) {
        String text = new String(file, StandardCharsets.UTF_8);
        if (bytes > 0 && file.length > bytes) {
            return Optional.of(bytes + " bytes");
        }
        if (characters > 0 && text.codePointCount(0, text.length()) > characters) {
            return Optional.of(characters + " characters");
        }
        if (lines > 0 && TextLine.split(text).size() > lines) {
            return Optional.of(lines + " lines");
        }
        return tokens > 0 && tokens(own) > tokens ? Optional.of(tokens + " tokens") : Optional.empty();
    }

    private static int least(int a, int b) {
        return a == 0 || b == 0 ? Math.max(a, b) : Math.min(a, b);
    }
}
