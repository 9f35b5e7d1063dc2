package dev.buildlog.extract;

import dev.buildlog.model.BuildlogException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The headings an extractor looks for: by name, or by a pattern that the whole heading matches. */
final class Headings {

    /** Headings whose answer is remembered: the same ones come by in entry after entry. */
    private static final int REMEMBERED = 5_000;

    private static final Names NONE = Names.of("");

    private final Map<Question, Boolean> answers = new ConcurrentHashMap<>();
    private Names names;
    private List<Pattern> patterns;

    private record Question(String heading, Names others) {}

    Headings(String names, String patterns) {
        name(names);
        match(patterns);
    }

    /** Names separated by commas. */
    void name(String commaSeparated) {
        names = Names.of(commaSeparated);
        answers.clear();
    }

    /**
     * Regular expressions, one a line, for headings in lower case and without decoration.
     *
     * @throws BuildlogException (bad configuration) if one does not compile
     */
    void match(String lines) {
        patterns = lines.lines().map(String::strip).filter(line -> !line.isEmpty()).map(Headings::pattern).toList();
        answers.clear();
    }

    /** Position of the first heading of {@code section} that is looked for; -1 where none is. */
    int indexIn(Section section, Outline outline) {
        return indexIn(section, outline, NONE);
    }

    /**
     * The same, but a heading that joins several names may also join some of {@code others}: "Improvements & Learnings". The
     * title of an entry is not looked at where it has other headings.
     */
    int indexIn(Section section, Outline outline, Names others) {
        if (answers.size() > REMEMBERED) {
            answers.clear();
        }
        List<String> path = section.path();
        for (int i = 0; i < path.size(); i++) {
            boolean title = i == 0 && outline.isTitle(path.get(0));
            if (!title && answers.computeIfAbsent(new Question(path.get(i), others), this::matches)) {
                return i;
            }
        }
        return -1;
    }

    private boolean matches(Question question) {
        String normal = Names.normal(question.heading());
        if (isNamed(normal)) {
            return true;
        }
        List<String> parts = Names.parts(normal);
        return parts.size() > 1 && parts.stream().anyMatch(this::isNamed)
                && parts.stream().allMatch(part -> isNamed(part) || question.others().has(part));
    }

    private boolean isNamed(String normal) {
        return names.has(normal) || patterns.stream().anyMatch(pattern -> pattern.matcher(normal).matches());
    }

    private static Pattern pattern(String line) {
        try {
            return Pattern.compile(line);
        } catch (PatternSyntaxException e) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "'" + line
                    + "' in patterns is no regular expression: " + e.getDescription(), e);
        }
    }
}
