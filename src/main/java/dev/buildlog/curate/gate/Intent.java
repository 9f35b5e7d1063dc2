package dev.buildlog.curate.gate;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The second line of defence, behind the expressions: weighs what a text is about and how it says it, and keeps back what is more
 * like the texts that aim at the reading agent, or harm if obeyed, than like advice. It may err, so a person decides; what another
 * check has stopped it does not look at.
 */
final class Intent implements Check {

    private static final Weights WEIGHTS = Weights.shipped();
    private static final int REASONS = 3;

    /** Text in which a disguise was undone is looked at if it came to at least this many known words. */
    private static final int FEWEST_CONCEPTS = 2;

    /** Words a text must have beside its addresses and names of files to say anything. */
    private static final int FEWEST_WORDS = 2;

    @Override
    public String id() {
        return "intent";
    }

    @Override
    public Action action() {
        return Action.QUARANTINE;
    }

    @Override
    public String about() {
        return "Texts that read like the hostile ones in their words: aimed at the agent, or harmful if obeyed (learned).";
    }

    @Override
    public void examine(Draft draft) {
        if (draft.offences().stream().anyMatch(offence -> offence.action().compareTo(Action.QUARANTINE) >= 0)) {
            return;
        }
        List<Form> forms = draft.forms();
        for (int i = 0; i < forms.size(); i++) {
            Reading reading = Reading.of(forms.get(i).text());
            if (i > 0 && reading.terms().stream().filter(term -> term.concept() != null).count() < FEWEST_CONCEPTS) {
                continue;
            }
            Traits traits = Traits.of(reading);
            if (speaks(reading) && WEIGHTS.score(traits) >= WEIGHTS.threshold()) {
                draft.found(this, 0, "reads like an order that would harm or deceive, above all in "
                        + traits.reasons(WEIGHTS, REASONS).stream().map(Intent::words).collect(Collectors.joining(", ")), true);
                return;
            }
        }
    }

    private static boolean speaks(Reading reading) {
        return reading.terms().stream().filter(term -> term.word().charAt(0) != '_').count() >= FEWEST_WORDS;
    }

    private static String words(String words) {
        return Visible.quote(words.replace('_', ' ').strip());
    }

    /** The traits of a text as it is read first. */
    static Traits traits(String text) {
        return Traits.of(Reading.of(Form.of(text).get(0).text()));
    }
}
