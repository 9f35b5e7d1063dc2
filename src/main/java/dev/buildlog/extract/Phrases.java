package dev.buildlog.extract;

import dev.buildlog.model.BuildlogException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Sentences that say of themselves that they are a lesson, such as "The lesson is to ask first." */
final class Phrases {

    /** How such a sentence begins and what of it is the lesson; one regular expression a line, the lesson its only group. */
    static final String DEFAULT = """
            (?:(?:the|my|our|one|another|a|key|main|big|biggest|real|first|second) )*(?:lessons?|takeaways?|moral|rule of thumb|\
            note to self)(?: [\\p{L}'’]+){0,5}?(?::|,? (?:is|was)(?: that| to)?) (.+)
            what (?:i|we)(?:'d|'ll| would| will)? (?:learned|learnt|take away|took away)(?: (?:from|here|today)(?: \\w+){0,3}?)? \
            (?:is|was)(?: that| to)? (.+)
            (?:i|we)(?:'ve| have)? (?:also |just |finally )?(?:learned|learnt)(?: (?:today|again|the hard way))*(?: that|:) (.+)
            next time(?::|,)? (?:i|we)(?:'ll|'d| will| would| should| must| want to| need to) (.+)
            next time[:,] (?!(?:i|we|it|they|he|she|the|this|that) )(.+)
            ((?:in hindsight|in retrospect|looking back),? .+)
            """;

    /** More lines than this in a row are a listing or a log, nobody's prose. */
    private static final int LINES_OF_PROSE = 30;
    private static final int WORDS_OF_A_LESSON = 3;
    private static final int LONGEST_SENTENCE = 1_000;
    private static final long STEPS_OF_A_SENTENCE = 200_000;
    private static final long STEPS_OF_AN_ENTRY = 20_000_000;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…])[)\"”’]?\\s+(?=\\S)|(?<=[。！？])");

    private final List<Pattern> patterns;

    Phrases(String lines) {
        patterns = lines.lines().map(String::strip).filter(line -> !line.isEmpty()).map(Phrases::pattern).toList();
    }

    /** Finds lessons told in the paragraphs of one entry. */
    Search in(Outline outline, Findings findings) {
        return new Search(outline, findings);
    }

    private static Pattern pattern(String line) {
        try {
            Pattern pattern = Pattern.compile(line, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            if (pattern.matcher("").groupCount() > 1) {
                throw bad("'" + line + "' in phrases has more than one group; use (?:...) to only group", null);
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            throw bad("'" + line + "' in phrases is no regular expression: " + e.getDescription(), e);
        }
    }

    private static BuildlogException bad(String message, @Nullable Throwable cause) {
        return new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, message, cause);
    }

    final class Search {

        private final Outline outline;
        private final Findings findings;
        private final BudgetedText.Budget ofEntry = new BudgetedText.Budget(STEPS_OF_AN_ENTRY);

        private Search(Outline outline, Findings findings) {
            this.outline = outline;
            this.findings = findings;
        }

        /** Takes the lessons of one paragraph; a quote is the lines that its sentence stands on. */
        void read(Passage paragraph, String category, Section section) {
            List<Passage> lines = paragraph.lines(outline.lines());
            if (patterns.isEmpty() || lines.size() > LINES_OF_PROSE) {
                return;
            }
            StringBuilder text = new StringBuilder();
            List<Integer> ends = new ArrayList<>();
            for (Passage line : lines) {
                text.append(line.text()).append(' ');
                ends.add(text.length());
            }
            Matcher end = SENTENCE_END.matcher(text);
            int start = 0;
            while (start < text.length()) {
                int to = end.find() ? end.end() : text.length();
                String lesson = lesson(text.substring(start, to).strip());
                if (!lesson.isEmpty()) {
                    Passage first = lines.get(lineOf(start, ends));
                    Passage last = lines.get(lineOf(to - 1, ends));
                    int line = outline.lines().lineAt(first.from());
                    findings.take(new Passage(List.of(new Run(lesson, false, line, first.from(), last.to())), first.from(),
                            last.to()), category, section);
                }
                start = to;
            }
        }

        private String lesson(String sentence) {
            if (sentence.length() > LONGEST_SENTENCE) {
                return "";
            }
            try {
                for (Pattern pattern : patterns) {
                    var budget = new BudgetedText.Budget(STEPS_OF_A_SENTENCE);
                    Matcher matcher = pattern.matcher(new BudgetedText(sentence, budget, ofEntry));
                    if (matcher.matches()) {
                        String lesson = matcher.groupCount() == 0 ? sentence : matcher.group(1).strip();
                        return ListReader.words(lesson) < WORDS_OF_A_LESSON ? "" : lesson;
                    }
                }
            } catch (BudgetedText.Exhausted | StackOverflowError e) {
                return "";
            }
            return "";
        }

        private static int lineOf(int offset, List<Integer> ends) {
            int line = 0;
            while (line < ends.size() - 1 && ends.get(line) <= offset) {
                line++;
            }
            return line;
        }
    }
}
