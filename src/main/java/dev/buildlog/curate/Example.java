package dev.buildlog.curate;

import dev.buildlog.model.BuildlogException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text whose category is known.
 *
 * @param category category key
 */
public record Example(String category, String text) {

    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)*");

    /** The examples that come with buildlog, of the four built-in categories. */
    static List<Example> shipped() {
        return read(WordList.lines("category-examples.txt"), "category-examples.txt");
    }

    /**
     * Reads lines of the form {@code category: text}; empty lines and lines that begin with {@code #} say nothing.
     *
     * @param name of the file, for messages
     * @throws BuildlogException (bad configuration) naming file and line if a line has another form
     */
    public static List<Example> read(List<String> lines, String name) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                int colon = line.indexOf(':');
                String category = colon < 0 ? "" : line.substring(0, colon).strip();
                if (!KEY.matcher(category).matches() || line.substring(colon + 1).isBlank()) {
                    throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, name + ":" + (i + 1)
                            + " is no example. Write a category key, a colon and a sentence, such as \"workflow: Review first\".",
                            null);
                }
                examples.add(new Example(category, line.substring(colon + 1).strip()));
            }
        }
        return List.copyOf(examples);
    }
}
