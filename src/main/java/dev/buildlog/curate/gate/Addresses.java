package dev.buildlog.curate.gate;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that hide where they lead, or carry something away. */
final class Addresses implements Check {

    private static final Pattern NUMBER = Pattern.compile("(?:0x[0-9a-f]{1,8}|\\d{1,10}|0[0-7]{1,11})(?:\\.(?:0x[0-9a-f]{1,8}|\\d{1,10})){0,3}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CARRIES = Pattern.compile("\\$\\{?[A-Za-z_(]|`|%24|\\{\\{|<[a-z_ -]{2,30}>");
    private static final Pattern DISGUISED = Pattern.compile("(?i)\\bhxxps?:|\\w\\[\\.\\]\\w|\\w ?(?:[(\\[{]dot[)\\]}]|\\(\\.\\)) ?\\w"
            + "|\\bdot [a-z]{2,10} slash \\w|[a-z0-9-]{2}[․‧ꓸ。｡．](?-i:[a-z]{2})|[a-z0-9-]\\.[a-z]{2,20}[∕⁄⧸／╱⟋]"
            + "|https?[∶：꞉ː]|[∶：꞉ː](?://|／／|∕∕)");
    private static final Pattern SHORT = Pattern.compile(
            "(?i)(?<![\\w.@-])(?:" + names("shorteners.txt") + ")/[\\w/-]{2,60}");
    private static final Pattern CATCHER = Pattern.compile("(?i)(?<![\\w-])(?:[\\w-]{1,60}\\.){0,5}(?:"
            + names("catchers.txt") + ")(?![\\w.-]*\\w\\.)\\b");
    private static final Set<String> SAFE_NUMBERS = Set.of("127.0.0.1", "0.0.0.0");
    private static final Set<String> WEB = Set.of("http", "https", "", "ws", "wss");

    @Override
    public String id() {
        return "addresses";
    }

    @Override
    public Action action() {
        return Action.QUARANTINE;
    }

    @Override
    public String about() {
        return "Addresses by number, in punycode, of shorteners and request catchers, with a user name or with placeholders for data,"
                + " and those of other schemes than the web's.";
    }

    @Override
    public void examine(Draft draft) {
        String text = draft.text();
        if (Ascii.isAll(text) && text.indexOf('/') < 0 && text.indexOf('.') < 0 && !text.contains("dot")) {
            return;
        }
        for (Url url : Url.in(text)) {
            String why = objection(url);
            if (!why.isEmpty()) {
                draft.found(this, url.start(), why + ": " + Visible.quote(url.text()));
                return;
            }
        }
        first(draft, SHORT, "has a shortened address, which hides where it leads");
        first(draft, CATCHER, "names a host that catches whatever is sent to it");
        if (mayBeDisguised(text) && isMostlyLatin(text)) {
            first(draft, DISGUISED, "has an address in disguise");
        }
        BareNumber.in(text).ifPresent(found ->
                draft.found(this, found.start(), "has an address by number: " + Visible.quote(found.text())));
    }

    private static boolean mayBeDisguised(String text) {
        return !Ascii.isAll(text) || text.contains("dot") || text.contains("DOT") || text.contains("[.]") || text.contains("(.)")
                || text.contains("xxp") || text.contains("XXP");
    }

    /** In other scripts a full stop may stand between two words in Latin letters. */
    private static boolean isMostlyLatin(String text) {
        return Ascii.isAll(text) || 2 * text.codePoints().filter(Ascii::isLetter).count()
                > text.codePoints().filter(Character::isLetter).count();
    }

    private static String objection(Url url) {
        if (!url.user().isEmpty() && !WEB.contains(url.scheme())) {
            return url.scheme().equals("ssh") || url.scheme().equals("git") ? numbered(url) : "";
        }
        if (url.scheme().equals("file") || url.scheme().equals("gopher") || url.scheme().equals("dict")) {
            return url.rest().matches("/(?:etc|proc|root|home)/.*") ? "has an address of a file on the reader's machine" : "";
        }
        if (!url.user().isEmpty() && url.user().indexOf('.') >= 0) {
            return "has an address that pretends to be another host's";
        }
        if (url.host().toLowerCase().startsWith("xn--") || url.host().contains(".xn--") || !Ascii.isAll(url.host())) {
            return "has an address with a disguised host name";
        }
        return !numbered(url).isEmpty() ? numbered(url)
                : WEB.contains(url.scheme()) && CARRIES.matcher(url.rest()).find() && url.rest().indexOf('?') >= 0
                ? "has an address that carries data away" : "";
    }

    private static String numbered(Url url) {
        boolean number = NUMBER.matcher(url.host()).matches() || url.host().startsWith("[") && !url.host().equals("[::1]");
        return number && !SAFE_NUMBERS.contains(url.host()) && !BareNumber.isPrivate(url.host()) ? "has an address by number" : "";
    }

    private void first(Draft draft, Pattern pattern, String message) {
        Matcher found = pattern.matcher(draft.text());
        if (found.find()) {
            draft.found(this, found.start(), message + ": " + Visible.quote(found.group()));
        }
    }

    private static String names(String list) {
        return String.join("|", Lists.lines(list).stream().map(Pattern::quote).toList());
    }
}
