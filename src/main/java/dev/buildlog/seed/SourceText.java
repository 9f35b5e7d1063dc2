package dev.buildlog.seed;

import dev.buildlog.model.BuildlogException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** What comes over the wire or from a file, as text: plain text and Markdown as they are, web pages as Markdown. */
public final class SourceText {

    private static final Set<String> PLAIN = Set.of("text/plain", "text/markdown", "text/x-markdown");
    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s\";]+)");
    private static final Pattern PAGE_FILE = Pattern.compile("(?i).*\\.x?html?");

    private SourceText() {}

    /** The content type that the name of a file stands for. */
    public static String typeOf(String fileName) {
        return PAGE_FILE.matcher(fileName).matches() ? "text/html" : "text/markdown";
    }

    /**
     * The text with line feeds and without byte-order mark.
     *
     * @param contentType as in HTTP, with or without a charset; UTF-8 where a text names none
     * @throws BuildlogException if it is of another type, or not in the charset it claims; the message continues "..., because"
     */
    public static String of(byte[] content, String contentType) {
        String type = contentType.split(";")[0].strip().toLowerCase(Locale.ROOT);
        String text;
        if (PLAIN.contains(type)) {
            text = decoded(content, charset(contentType, StandardCharsets.UTF_8));
        } else if (PAGES.contains(type)) {
            text = page(content, charset(contentType, null));
        } else {
            throw new BuildlogException("it is " + (type.isEmpty() ? "of no stated type" : type)
                    + ": only Markdown, plain text and HTML are read");
        }
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String decoded(byte[] content, @Nullable Charset charset) {
        try {
            return Objects.requireNonNull(charset).newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            throw new BuildlogException("it is no text in " + charset + ", as it should be");
        }
    }

    private static String page(byte[] content, @Nullable Charset charset) {
        try {
            String text = HtmlMarkdown.of(Jsoup.parse(new ByteArrayInputStream(content),
                    charset == null ? null : charset.name(), ""));
            if (text.isBlank()) {
                throw new BuildlogException("the page shows no text by itself; save what a browser shows, and use that file");
            }
            return text;
        } catch (IOException e) {
            throw new BuildlogException("it is no readable page: " + e.getMessage());
        }
    }

    private static @Nullable Charset charset(String contentType, @Nullable Charset fallback) {
        Matcher named = CHARSET.matcher(contentType);
        if (!named.find()) {
            return fallback;
        }
        try {
            return Charset.forName(named.group(1));
        } catch (IllegalArgumentException e) {
            throw new BuildlogException("its charset '" + named.group(1) + "' is not known");
        }
    }
}
