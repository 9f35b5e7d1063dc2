package dev.buildlog.curate.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences written as one word. */
final class Glued {

    private static final Pattern LONG = Pattern.compile("[a-z]{18,200}");
    private static final Pattern WORD = Pattern.compile("(ignore|disregard|forget|override|bypass|previous|prior|earlier|above|system|"
            + "instructions|instruction|prompts|prompt|rules|directives|guidelines|approve|without|reading|reveal|everything|all|the|any|your)");

    private Glued() {}

    static String apart(String text) {
        Matcher word = LONG.matcher(text);
        return word.find() ? word.replaceAll(found ->
                WORD.matcher(found.group()).replaceAll(" $1 ").replaceAll(" {2,}", " ").strip()) : text;
    }
}
