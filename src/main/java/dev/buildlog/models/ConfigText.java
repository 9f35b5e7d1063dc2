package dev.buildlog.models;

import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a git configuration file. Grammar: git-config(1), section "Syntax".
 *
 * <p>Not JGit's parser, because its jar is signed: verifying that takes longer than everything else a command does.
 */
final class ConfigText {

    private static final int END = -1;

    private final String text;
    private final BiConsumer<String, String> values;
    private int at;

    /** @param values told each key with its value, in order; a key without {@code =} has the value {@code true} */
    ConfigText(String text, BiConsumer<String, String> values) {
        this.text = text.replace("\r\n", "\n").replaceFirst("^\uFEFF", "");
        this.values = values;
    }

    /**
     * Reads it all. Keys are {@code section.name} or {@code section.Sub.Section.name}; all but sub-sections in lower case.
     *
     * @throws IllegalArgumentException if the text breaks the grammar; the message has the line
     */
    void read() {
        String section = null;
        for (skip(" \t\n"); peek() != END; skip(" \t\n")) {
            if (peek() == '#' || peek() == ';') {
                skipLine();
            } else if (peek() == '[') {
                section = section();
            } else {
                entry(section);
            }
        }
    }

    private String section() {
        at++;
        String name = word("a section", ".");
        skip(" \t");
        if (peek() == '"') {
            at++;
            StringBuilder sub = new StringBuilder();
            while (peek() != '"') {
                at += peek() == '\\' ? 1 : 0;
                sub.append((char) next("the name of a sub-section"));
            }
            at++;
            name += "." + sub;
        }
        if (next("a section") != ']') {
            throw wrong("the section does not end with ]");
        }
        return name;
    }

    private void entry(@Nullable String section) {
        String name = word("a key", "");
        if (section == null) {
            throw wrong(name + " stands before the first section");
        }
        skip(" \t");
        if (peek() == '=') {
            at++;
            values.accept(section + "." + name, value());
        } else if (peek() == '\n' || peek() == END || peek() == '#' || peek() == ';') {
            values.accept(section + "." + name, "true");
        } else {
            throw wrong("there is no = after " + name);
        }
    }

    private String value() {
        StringBuilder value = new StringBuilder();
        int keep = 0;
        boolean quoted = false;
        skip(" \t");
        while (peek() != END && peek() != '\n' && (quoted || peek() != '#' && peek() != ';')) {
            int c = text.charAt(at++);
            if (c == '"') {
                quoted = !quoted;
                keep = value.length();
            } else if (c == '\\') {
                value.append(escaped());
                keep = value.length();
            } else {
                value.append((char) c);
                keep = quoted || c != ' ' && c != '\t' ? value.length() : keep;
            }
        }
        if (quoted) {
            throw wrong("a quotation mark is missing");
        }
        skipLine();
        return value.substring(0, keep);
    }

    private String escaped() {
        int c = peek();
        at++;
        return switch (c) {
            case '\n', END -> "";
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'b' -> "\b";
            case '\\', '"' -> Character.toString(c);
            default -> throw wrong("\\" + (char) c + " means nothing");
        };
    }

    private String word(String what, String punctuation) {
        int start = at;
        while (peek() < 128 && Character.isLetterOrDigit(peek()) || peek() == '-' || punctuation.indexOf(peek()) >= 0) {
            at++;
        }
        if (at == start) {
            throw wrong(what + " has no name");
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private int next(String inside) {
        if (peek() == END || peek() == '\n') {
            throw wrong(inside + " does not end");
        }
        return text.charAt(at++);
    }

    private void skip(String characters) {
        while (peek() != END && characters.indexOf(peek()) >= 0) {
            at++;
        }
    }

    private void skipLine() {
        int end = text.indexOf('\n', Math.min(at, text.length()));
        at = end < 0 ? text.length() : end;
    }

    private IllegalArgumentException wrong(String reason) {
        long line = 1 + text.substring(0, Math.min(at, text.length())).chars().filter(c -> c == '\n').count();
        return new IllegalArgumentException("line " + line + ": " + reason);
    }
}
