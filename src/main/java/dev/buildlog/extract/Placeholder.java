package dev.buildlog.extract;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells what an author wrote from what a template left to be filled in. */
final class Placeholder {

    private static final Set<String> FILLERS =
            Set.of("todo", "tbd", "tba", "fixme", "n/a", "none", "none yet", "nothing", "nothing yet");
    private static final int LONGEST_FILLER = 20;
    private static final Pattern NOTHING = Pattern.compile("(?i)^(?:none|nothing|n/?a|no (?:new |further |real )?(?:learnings?|"
            + "lessons?|insights?|improvements?|changes?))(?: (?:new|else|more|yet|here|today|this time|for now|so far|for this session|"
            + "to (?:add|report|note)|special|really|in particular|worth noting))*[.!]*$");
    private static final Pattern STRUCK_OUT = Pattern.compile("~~[^~]+~~[.!]?");
    private static final Pattern ADDRESS = Pattern.compile("(?:https?|ftp|mailto):\\S+");
    private static final Pattern FOR_EXAMPLE = Pattern.compile("(?i)^\\(?e\\.g\\.,");
    private static final Pattern TO_DO = Pattern.compile("^(?:TODO|TBD|FIXME)\\s*:.*");

    private Placeholder() {}

    /** Why {@code text}, as a reader sees it, says nothing yet; empty where it does say something. */
    static String reason(String text) {
        if (text.isEmpty()) {
            return "Empty.";
        }
        if (bracketed(text)) {
            return "A template's placeholder in brackets; replace it by a learning.";
        }
        if (FOR_EXAMPLE.matcher(text).find()) {
            return "A template's example; replace it by a learning.";
        }
        boolean filler = text.length() <= LONGEST_FILLER && FILLERS.contains(Names.normal(text));
        if (filler || NOTHING.matcher(text).matches() || TO_DO.matcher(text).matches()) {
            return "A placeholder or to-do, not a learning.";
        }
        if (STRUCK_OUT.matcher(text).matches()) {
            return "Struck out by its author.";
        }
        if (ADDRESS.matcher(text).matches()) {
            return "An address alone, not a learning.";
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return "No words in it.";
        }
        return "";
    }

    /** Whether one pair of brackets holds all of the text: {@code [a [b]]} but not {@code [a] and [b]}. */
    private static boolean bracketed(String text) {
        if (text.charAt(0) != '[' || text.charAt(text.length() - 1) != ']') {
            return false;
        }
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            open += text.charAt(i) == '[' ? 1 : text.charAt(i) == ']' ? -1 : 0;
            if (open == 0) {
                return i == text.length() - 1;
            }
        }
        return false;
    }
}
