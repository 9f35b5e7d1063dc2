package dev.buildlog.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An authoritative document.
 *
 * @param name what to call it
 * @param url where it is: {@code https:}, {@code file:} (absolute, or relative to the repository), or {@code http:} on this
 *     machine
 * @param type what kind of document it is
 * @param domain what it is about, as a word
 * @param description more about it, or empty
 * @param sections headings whose rules count; empty for all
 */
public record Source(String name, String url, SourceType type, String domain, String description, List<String> sections) {

    private static final Set<String> SCHEMES = Set.of("https", "http", "file");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?://[^\\s\\p{C}/?#]+|file:)[^\\s\\p{C}]*");
    private static final Pattern WITH_USER = Pattern.compile("(?i)https?://[^/?#]*@");

    public Source {
        sections = List.copyOf(sections);
    }

    /** What is wrong with it, a sentence each; empty where nothing is. */
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        if (name.isBlank()) {
            complaints.add("name is missing or empty; say what to call the source");
        }
        if (domain.isBlank()) {
            complaints.add("domain is missing or empty; say in a word what the source is about");
        }
        if (url.isBlank()) {
            complaints.add("url is missing or empty; say where the source is");
        } else if (!SCHEMES.contains(scheme())) {
            complaints.add("url '" + url + "' must begin with https: or file:");
        } else if (!ADDRESS.matcher(url).matches()) {
            complaints.add("url '" + url + "' is no address: it needs a host or a path, and no spaces or control characters");
        } else if (WITH_USER.matcher(url).lookingAt()) {
            complaints.add("url of '" + name + "' holds a user name or password; take it out");
        }
        return complaints;
    }

    /** Scheme of the address in lower case; empty where there is none. */
    public String scheme() {
        int colon = url.indexOf(':');
        return colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
    }
}
