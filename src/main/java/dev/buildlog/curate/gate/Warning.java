package dev.buildlog.curate.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells advice against a thing from advice to do it. */
final class Warning {

    private static final Pattern AGAINST = Pattern.compile("(?i)(?:\\b(?:never|don't|do not|does not|doesn't|must not|mustn't|may not|should not"
            + "|shouldn't|cannot|can't|avoid|avoids|instead of|rather than|reject|rejects|refuse|refuses|forbid|forbids|forbidden|prohibit"
            + "|prohibits|ban|bans|block|blocks|catch|catches|detect|detects|flag|flags|beware of|watch for|stop using|stop|deny|denies"
            + "|ne|non|não|mai|nooit|niet|(?:no one|nobody) (?:may|should|must|shall|can|is allowed to)|(?:no one|nobody)(?=\\s*$)"
            + "|prevent|prevents|against|fail on|fails on"
            + "|fail the build on|warn about|warns about|search for"
            + "|look for|strip|strips|remove|escape|is no|are no|nothing may|nie|niemals|kein|keine|nicht|jamais|nunca|no|not|why)\\b)");
    private static final Pattern TURNED = Pattern.compile("(?i)^\\W{0,3}(?:forget|fail|hesitate|ask|worry|mind|wait|skip|omit|tell|mention"
            + "|inform|refuse|refrain|stop|question|doubt|neglect|bother|matter|longer|problem|restrictions?|limits?|exceptions?)\\b");
    private static final Pattern CLAUSE_END = Pattern.compile("[;!?。]|[.,:](?=\\s)|\\b(?:but|then|and (?:then|instead|always|just)|instead(?! of)"
            + "|so that|unless|except|until|otherwise)\\b");
    private static final Pattern AFTER = Pattern.compile("(?i)^[`'\")\\]]{0,3}\\s{0,2}(?:(?!if|when|whenever|after|before|until|unless|so|because"
            + "|to|that|and)\\S{1,30}\\s){0,3}?(?:(?:is|are|was|were|has|have|can|may|would) (?:\\w+ ){0,2}?(?:forbidden|banned|dangerous|unsafe"
            + "|harmful|insecure|not allowed|not an option|no place|wrong|a bug|risky|off limits|refused|rejected|blocked|prohibited|a mistake"
            + "|a smell|never|delete|destroy|break)|must never|must not|should never|should not|belongs? nowhere|lost|cost|deleted|destroyed"
            + "|broke|hid|wiped|caused|leaks?|leaked|exposed|loses?|bit us|needs a|needs two|(?:is|are) only (?:for|to)|only (?:against|on|for|with|in) (?:localhost|local"
            + "|tests?|dev\\w*|debug|throw-?away))\\b");

    private Warning() {}

    /** Whether what stands between {@code start} and {@code end} of a text is what the text warns of. */
    static boolean covers(String text, int start, int end) {
        return isWarnedBefore(text, start) || AFTER.matcher(text.substring(end)).find();
    }

    private static boolean isWarnedBefore(String text, int start) {
        int from = Math.max(0, start - 120);
        Matcher clause = CLAUSE_END.matcher(text).region(from, start);
        while (clause.find()) {
            from = clause.end();
        }
        Matcher against = AGAINST.matcher(text).region(from, start);
        boolean warned = false;
        while (against.find()) {
            Matcher turned = TURNED.matcher(text.substring(against.end(), Math.min(text.length(), against.end() + 40)));
            warned = !turned.find();
        }
        return warned;
    }
}
