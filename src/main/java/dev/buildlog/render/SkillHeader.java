package dev.buildlog.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the Agent Skills format asks of the front matter of a {@code SKILL.md}. */
final class SkillHeader {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_DESCRIPTION = 1024;

    private SkillHeader() {}

    /** What is wrong with the front matter of the skill at {@code path}; empty where nothing is. */
    static List<String> problems(String path, Map<?, ?> frontMatter) {
        List<String> problems = new ArrayList<>();
        String[] elements = path.split("/");
        String folder = elements.length < 2 ? "" : elements[elements.length - 2];
        if (!(frontMatter.get("name") instanceof String name) || !NAME.matcher(name).matches() || name.length() > LONGEST_NAME
                || !name.equals(folder)) {
            problems.add("a skill's name is that of its folder, '" + folder + "': 1 to " + LONGEST_NAME
                    + " of a-z, 0-9 and single hyphens between them");
        }
        if (!(frontMatter.get("description") instanceof String description) || description.isBlank()
                || description.length() > LONGEST_DESCRIPTION) {
            problems.add("a skill needs a description of at most " + LONGEST_DESCRIPTION + " characters");
        }
        return problems;
    }
}
