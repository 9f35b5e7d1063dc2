package dev.buildlog.consult;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Suggestion;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The prompts in force: files of {@code components/prompts}, by name without {@code .md}. */
public final class Prompts {

    private static final String ENDING = ".md";

    private final Map<String, String> texts = new TreeMap<>();

    /** @param files content by file name, UTF-8 */
    public Prompts(Map<String, byte[]> files) {
        files.forEach((name, content) -> texts.put(name.substring(0, name.length() - ENDING.length()),
                new String(content, StandardCharsets.UTF_8).strip()));
    }

    /** @throws BuildlogException (bad configuration) if there is none of that name, or it is empty */
    String text(String name) {
        String text = texts.getOrDefault(name, "");
        if (text.isEmpty()) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "there is no prompt '" + name
                    + "', or it is empty" + Suggestion.hintOrList(name, texts.keySet(), "") + ". Prompts are files in"
                    + " components/prompts that end in .md", null);
        }
        return text;
    }
}
