package dev.buildlog.curate.gate;

import java.util.Comparator;
import java.util.List;

/** Puts a text before the checks until none of them changes it any more. */
public final class Examination {

    /** UTF-16 units up to which a text is examined, so that no expression takes long. */
    public static final int LONGEST = 1_000;

    static final String LENGTH = "length";
    static final String UNSTABLE = "unstable";

    /** What is taken out can bring together what stood around it; more often than this only a text made for it does. */
    private static final int MOST_PASSES = 6;

    private final Checks checks;

    public Examination(Checks checks) {
        this.checks = checks;
    }

    /** What becomes of {@code text}. Equal texts get equal verdicts, and the text of one that goes out passes. */
    public Verdict of(String text) {
        if (text.length() > LONGEST) {
            return refused(LENGTH, "has more than " + LONGEST + " characters and was not examined");
        }
        Draft draft = new Draft(text);
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            String before = draft.text();
            for (Check check : checks.list()) {
                check.examine(draft);
            }
            if (draft.text().equals(before)) {
                return verdict(draft);
            }
        }
        return refused(UNSTABLE, "changes each time something is taken out of it");
    }

    private static Verdict verdict(Draft draft) {
        List<Offence> offences = draft.offences();
        Action worst = offences.stream().map(Offence::action).max(Comparator.naturalOrder()).orElse(Action.PASS);
        return new Verdict(worst, worst == Action.REFUSE ? "" : draft.text(), offences);
    }

    private static Verdict refused(String check, String message) {
        return new Verdict(Action.REFUSE, "", List.of(new Offence(check, Action.REFUSE, message, 0)));
    }
}
