package dev.buildlog.config;

import dev.buildlog.model.Suggestion;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What values a setting takes. */
public enum Type {
    /** One of a few words. */
    CHOICE {
        @Override
        @Nullable String complaint(Key key, String value) {
            return key.choices().contains(value) ? null
                    : "is " + quoted(value) + ", and must be one of " + String.join(", ", key.choices())
                            + Type.meant(value, key.choices());
        }
    },
    /** A whole number within a range. */
    NUMBER {
        @Override
        @Nullable String complaint(Key key, String value) {
            boolean fits = value.matches("[0-9]{1,18}")
                    && Long.parseLong(value) >= key.least() && Long.parseLong(value) <= key.most();
            return fits ? null
                    : "is " + quoted(value) + ", and must be a whole number from " + key.least() + " to "
                            + key.most() + ".";
        }
    },
    /** A share of a whole, from 0 to 1, with at most six decimals. */
    SHARE {
        @Override
        @Nullable String complaint(Key key, String value) {
            return value.matches("0(\\.[0-9]{1,6})?|1(\\.0{1,6})?") ? null
                    : "is " + quoted(value) + ", and must be a number from 0 to 1, such as " + key.defaultValue() + ".";
        }
    },
    /** {@code true} or {@code false}. */
    FLAG {
        @Override
        @Nullable String complaint(Key key, String value) {
            return value.equals("true") || value.equals("false") ? null
                    : "is " + quoted(value) + ", and must be true or false.";
        }
    },
    /** Whatever fits on a line. */
    TEXT {
        @Override
        @Nullable String complaint(Key key, String value) {
            return !value.isBlank() && value.length() <= 500 ? null
                    : "must be a text of 1 to 500 characters.";
        }
    },
    /** The address of a service, or {@code default}: encrypted, unless it is on this machine; nothing secret in it. */
    ADDRESS {
        @Override
        @Nullable String complaint(Key key, String value) {
            return value.equals("default") || isAddress(value) ? null
                    : "is " + quoted(value) + ", and must be an address like https://host/path, or http:// with a loopback"
                            + " address (127.0.0.1, ::1 or localhost), without user, query or fragment.";
        }
    },
    /** A folder below another one; a relative path with forward slashes that does not climb out. */
    FOLDER {
        @Override
        @Nullable String complaint(Key key, String value) {
            return staysInside(value) ? null
                    : "is " + quoted(value) + ", and must be a relative path that stays inside, such as "
                            + key.defaultValue() + ".";
        }
    },
    /** An address of this machine. */
    HOST {
        @Override
        @Nullable String complaint(Key key, String value) {
            return isHost(value) ? null
                    : "is " + quoted(value) + ", and must be an IP address, such as 127.0.0.1, ::1 or 0.0.0.0, or localhost.";
        }
    };

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "::1");

    /** The end of a sentence: what a person may have meant by {@code word}, or a full stop. */
    static String meant(String word, Collection<String> known) {
        return Suggestion.of(word, known).map(near -> "; did you mean " + quoted(near) + "?").orElse(".");
    }

    /**
     * Why {@code value} is no value of {@code key}, as the rest of a sentence that begins with the key; null if it is
     * one.
     */
    abstract @Nullable String complaint(Key key, String value);

    private static boolean isLoopback(String host) {
        return host.matches("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}") || LOOPBACK_NAMES.contains(host);
    }

    private static boolean isHost(String host) {
        boolean four = host.matches("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.|$)){4}") && !host.endsWith(".");
        return four || LOOPBACK_NAMES.contains(host) || host.contains(":") && host.matches("[0-9a-fA-F:.]{2,45}");
    }

    private static boolean isAddress(String value) {
        try {
            URI uri = new URI(value);
            String host = uri.getHost();
            return host != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && isLoopback(host.replaceAll("[\\[\\]]", "")));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean staysInside(String value) {
        try {
            Path path = Path.of(value);
            for (Path element : path) {
                if (element.toString().equals("..")) {
                    return false;
                }
            }
            String first = path.normalize().getName(0).toString();
            return !path.isAbsolute() && !value.contains("\\") && !Set.of("", ".git", ".buildlog").contains(first);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The value in quotation marks, cut to a readable length, without what could play tricks on a terminal. */
    static String quoted(String value) {
        String plain = value.replaceAll("\\p{C}", "?");
        return "\"" + (plain.length() > 60 ? plain.substring(0, 60) + "..." : plain) + "\"";
    }
}
