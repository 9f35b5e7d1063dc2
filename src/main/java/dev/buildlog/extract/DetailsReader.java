package dev.buildlog.extract;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.CandidateRule;
import dev.buildlog.model.Details;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Insight;
import dev.buildlog.model.SourceReading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks up what a source says about each insight, whichever extractor took it: the labelled texts of its list item, the columns
 * of its row, the labelled paragraphs of its section. The bean behind {@code read-details-action}.
 */
public final class DetailsReader {

    private final DetailLabels labels = new DetailLabels();
    private boolean headings = true;
    private Map<String, Double> confidences = Map.of();

    /** Labels and headings of columns that announce a rule, separated by commas; as the extractor has them. */
    public void setRules(String rules) {
        labels.set(Detail.RULE, rules);
    }

    /** Labels of a text that says when a rule applies, separated by commas. */
    public void setContext(String context) {
        labels.set(Detail.CONTEXT, context);
    }

    /** Labels of a text that says what to avoid, separated by commas. */
    public void setAntipattern(String antipattern) {
        labels.set(Detail.ANTIPATTERN, antipattern);
    }

    /** Labels of a text that says why, separated by commas. */
    public void setRationale(String rationale) {
        labels.set(Detail.RATIONALE, rationale);
    }

    /** Whether the headings above a rule are its context where nothing else is. */
    public void setHeadings(boolean headings) {
        this.headings = headings;
    }

    /**
     * How sure an extractor may be, as extractor=number pairs separated by commas, each 0 to 1; 1 for those not named.
     *
     * @throws BuildlogException (bad configuration) if a part is not of that form
     */
    public void setConfidences(String confidences) {
        Map<String, Double> read = new HashMap<>();
        for (String part : confidences.isBlank() ? new String[0] : confidences.split(",")) {
            String[] pair = part.strip().split("\\s*=\\s*");
            if (pair.length != 2 || pair[0].isEmpty() || !pair[1].matches("0(\\.\\d{1,6})?|1(\\.0{1,6})?")) {
                throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "'" + part.strip()
                        + "' in confidences: write extractor=number, from 0 to 1, separated by commas", null);
            }
            read.put(pair[0], Double.parseDouble(pair[1]));
        }
        this.confidences = Map.copyOf(read);
    }

    /** The source with a candidate for each of its insights. */
    public SourceReading read(EntryVersion source) {
        if (source.removed()) {
            return new SourceReading(source, List.of());
        }
        Outline outline = Outline.of(source.text());
        Map<Integer, SourceRule> byLine = new HashMap<>();
        for (Section section : outline.sections()) {
            for (SourceRule rule : SourceRules.in(section, outline, labels).rules()) {
                for (int line = rule.first(); line <= rule.last(); line++) {
                    byLine.merge(line, rule, (a, b) -> b.last() - b.first() < a.last() - a.first() ? b : a);
                }
            }
        }
        return new SourceReading(source, source.insights().stream()
                .map(insight -> candidate(insight, Optional.ofNullable(byLine.get(insight.line()))))
                .toList());
    }

    private CandidateRule candidate(Insight insight, Optional<SourceRule> around) {
        Details said = around.map(SourceRule::details).orElse(Details.NONE);
        Details fallback = new Details(headings ? insight.section() : "", "", "", "", "");
        return new CandidateRule(insight, said.or(fallback), around.map(SourceRule::tags).orElse(List.of()),
                confidences.getOrDefault(insight.extractor(), 1.0));
    }
}
