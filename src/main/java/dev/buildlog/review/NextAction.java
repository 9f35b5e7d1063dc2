package dev.buildlog.review;

import dev.buildlog.model.Finding;
import java.util.Collection;

/** What whoever asked for a review does next. */
public final class NextAction {

    /** Nothing was found. */
    public static final String CLEAN = "clean";

    /** Mend what is critical and major, and review again; nobody need be asked. */
    public static final String FIX_CRITICALS = "fix_criticals";

    /** Ask a person whether to go on with what is major. */
    public static final String CHECKPOINT_MAJORS = "checkpoint_majors";

    /** Ask a person whether to accept what is left. */
    public static final String CHECKPOINT_MINORS = "checkpoint_minors";

    private NextAction() {}

    /** @param severities those of {@link Finding}, as {@link Severity#of} gives them */
    public static String after(Collection<String> severities) {
        if (severities.contains(Finding.CRITICAL)) {
            return FIX_CRITICALS;
        }
        if (severities.contains(Finding.MAJOR)) {
            return CHECKPOINT_MAJORS;
        }
        return severities.isEmpty() ? CLEAN : CHECKPOINT_MINORS;
    }

    /**
     * The same within a run. What lies below its stop level does not keep it from being clean, and where no iteration is left a
     * person is asked what would else be mended and reviewed again.
     *
     * @param severities those of {@link Finding}, as {@link Severity#of} gives them
     * @param last whether the run may have no further review
     */
    public static String after(Collection<String> severities, StopLevel stopAt, boolean last) {
        String action = after(severities.stream().filter(stopAt::counts).toList());
        return last && action.equals(FIX_CRITICALS) ? CHECKPOINT_MAJORS : action;
    }
}
