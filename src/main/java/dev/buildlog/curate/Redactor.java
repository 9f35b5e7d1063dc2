package dev.buildlog.curate;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Commit;
import dev.buildlog.model.Decision;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Finding;
import dev.buildlog.model.GauntletRun;
import dev.buildlog.model.Insight;
import dev.buildlog.model.Mistake;
import dev.buildlog.model.Remark;
import dev.buildlog.model.Review;
import dev.buildlog.model.ReviewPiece;
import dev.buildlog.model.Reward;
import dev.buildlog.model.RiskAcceptance;
import dev.buildlog.model.SeedDelivery;
import dev.buildlog.model.SessionEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of text and puts a mark in their place that names their kind: {@code [REDACTED:github-token]}. Keeps every line
 * feed, so line numbers go on holding.
 * Takes time in proportion to the text, and applying it again changes nothing. The known shapes stand in
 * {@code curate/secrets.txt}.
 */
public class Redactor {

    /** How what stands in a secret's place begins; its kind and a bracket follow: {@code [REDACTED:github-token]}. */
    public static final String MARK = "[REDACTED:";

    /** A removal can lay open another one beside it; more often than this in a row only a text made for it does. */
    private static final int MOST_PASSES = 20;

    /** What stands for no expressions in settings, which have no empty values. */
    private static final String NOTHING = "none";

    private List<SecretShape> shapes = SecretShape.KNOWN;
    private List<Pattern> allowed = List.of();

    /** @param line line in the text, from 1 */
    private record Removal(int line, String name) {}

    private record Find(int start, int end) {}

    /**
     * More expressions (java.util.regex), one a line. The group {@code secret}, or else the whole match, is taken out.
     *
     * @throws BuildlogException (bad configuration) if one does not compile or matches the empty text
     */
    public void setPatterns(String patterns) {
        List<SecretShape> all = new ArrayList<>(SecretShape.KNOWN);
        patterns.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> all.add(own(line)));
        shapes = List.copyOf(all);
    }

    /**
     * Expressions (java.util.regex) with spaces between them: what one of them matches as a whole is no secret, as the key of an
     * example. {@code none} for none. Private keys in PEM are taken out all the same.
     *
     * @throws BuildlogException (bad configuration) if one does not compile
     */
    public void setAllow(String expressions) {
        allowed = expressions.strip().equals(NOTHING) ? List.of()
                : Arrays.stream(expressions.split("\\s+")).filter(each -> !each.isEmpty()).map(Redactor::allowance).toList();
    }

    private static Pattern allowance(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "redact.allow is no regular expression: "
                    + e.getDescription() + " at position " + e.getIndex() + " of " + expression, e);
        }
    }

    private static SecretShape own(String expression) {
        try {
            Pattern pattern = Pattern.compile(expression);
            if (pattern.matcher("").find() || pattern.matcher(mark("own pattern")).find()) {
                throw bad("the pattern '" + expression + "' matches an empty text or " + mark("own pattern") + "; make it narrower", null);
            }
            return SecretShape.own(pattern);
        } catch (PatternSyntaxException e) {
            throw bad("the pattern '" + expression + "' is no regular expression: " + e.getDescription(), e);
        }
    }

    private static BuildlogException bad(String message, @Nullable Throwable cause) {
        return new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, message, cause);
    }

    /** The message of a door without secrets: an entry, a review, a session, a mistake, a seed file...; others as they came. */
    public Object redactMessage(Object message) {
        if (message instanceof EntryVersion entry) {
            return redactEntry(entry);
        }
        if (message instanceof Review review) {
            return review.withFindings(review.findings().stream().map(this::redactFinding).toList());
        }
        if (message instanceof SeedDelivery seeds) {
            return seeds.withText(redact(seeds.text()));
        }
        if (message instanceof SessionEvent event) {
            return event.withNotes(redact(event.notes()));
        }
        if (message instanceof Mistake mistake) {
            return mistake.withTexts(redact(mistake.description()), redact(mistake.resolution()), redact(mistake.setting()));
        }
        if (message instanceof Reward reward) {
            return reward.withNotes(redact(reward.notes()));
        }
        if (message instanceof GauntletRun run) {
            return run.withTarget(redact(run.target()));
        }
        if (message instanceof RiskAcceptance acceptance) {
            return acceptance.withReason(redact(acceptance.who()), redact(acceptance.why()));
        }
        if (message instanceof ReviewPiece piece) {
            return piece.withText(redact(piece.text()));
        }
        if (message instanceof Commit commit) {
            return commit.withMessage(redact(commit.message()));
        }
        return message instanceof Decision decision
                ? decision.withWords(redact(decision.text()), redact(decision.why()))
                : message;
    }

    /** The entry without secrets in text, title and insights, with a remark for each line that had one. The path stays. */
    public EntryVersion redactEntry(EntryVersion entry) {
        Set<Remark> remarks = new LinkedHashSet<>();
        String text = redact(entry.text(), removal -> remarks.add(remark(removal.line(), removal)));
        List<Insight> insights = new ArrayList<>();
        for (Insight insight : entry.insights()) {
            insights.add(redact(insight, removal -> remarks.add(remark(insight.line(), removal))));
        }
        return entry.withText(text).withTitle(redact(entry.title())).withInsights(insights).plusRemarks(List.copyOf(remarks));
    }

    private Finding redactFinding(Finding finding) {
        Map<String, String> reasoning = new HashMap<>();
        finding.ruleReasoning().forEach((rule, reason) -> reasoning.put(redact(rule), redact(reason)));
        return new Finding(finding.severity(), redact(finding.category()), redact(finding.description()),
                redact(finding.location()), redact(finding.ruleLearned()),
                finding.rulesConsulted().stream().map(this::redact).toList(), reasoning);
    }

    /** {@code text} without secrets. */
    public String redact(String text) {
        return redact(text, removal -> {});
    }

    private Insight redact(Insight insight, Consumer<Removal> found) {
        String text = redact(insight.text(), found);
        String section = redact(insight.section(), found);
        String quote = redact(insight.quote(), found);
        boolean same = text.equals(insight.text());
        return new Insight(text, insight.category(), insight.line(), section, quote, insight.extractor(),
                same ? insight.fingerprint() : null, insight.assessment(), redact(insight.wording(), found), insight.hearsay());
    }

    private static Remark remark(int line, Removal removal) {
        return new Remark(line, mark(removal.name()), "secret removed: " + removal.name());
    }

    private String redact(String text, Consumer<Removal> found) {
        String now = text;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            String before = now;
            now = replace(now, privateKeys(now), PrivateKeys.NAME, found);
            String lowerCase = now.toLowerCase(Locale.ROOT);
            for (SecretShape shape : shapes) {
                if (shape.mayBeIn(lowerCase)) {
                    now = replace(now, finds(shape, now), shape.name(), found);
                }
            }
            if (now.equals(before)) {
                return now;
            }
        }
        return now;
    }

    private List<Find> finds(SecretShape shape, String text) {
        List<Find> finds = new ArrayList<>();
        for (Matcher match = shape.expression().matcher(text); match.find(); ) {
            int start = shape.start(match);
            int end = shape.end(match);
            if (start < end && shape.check().passes(text.substring(start, end)) && !isAllowed(text.substring(start, end))) {
                finds.add(new Find(start, end));
            }
        }
        return finds;
    }

    private boolean isAllowed(String secret) {
        return allowed.stream().anyMatch(expression -> expression.matcher(secret).matches());
    }

    private static List<Find> privateKeys(String text) {
        List<Find> finds = new ArrayList<>();
        PrivateKeys.find(text, (start, end) -> finds.add(new Find(start, end)));
        return finds;
    }

    private static String replace(String text, List<Find> finds, String name, Consumer<Removal> found) {
        if (finds.isEmpty()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        int line = 1;
        for (Find find : finds) {
            line += lineFeeds(text, from, find.start());
            found.accept(new Removal(line, name));
            int within = lineFeeds(text, find.start(), find.end());
            clean.append(text, from, find.start()).append(mark(name)).append("\n".repeat(within));
            line += within;
            from = find.end();
        }
        return clean.append(text, from, text.length()).toString();
    }

    /** What takes the place of a secret of this name. */
    static String mark(String name) {
        return MARK + name.toLowerCase(Locale.ROOT).replace(' ', '-') + "]";
    }

    private static int lineFeeds(String text, int start, int end) {
        int count = 0;
        for (int i = start; i < end; i++) {
            count += text.charAt(i) == '\n' ? 1 : 0;
        }
        return count;
    }
}
