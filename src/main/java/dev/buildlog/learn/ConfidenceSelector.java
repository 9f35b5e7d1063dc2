package dev.buildlog.learn;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Policy;
import dev.buildlog.model.Sha256;
import java.util.List;

/** Chooses all rules that come, in their order, up to a number. */
public class ConfidenceSelector {

    private static final int ID_DIGITS = 10;

    private int maxRules;

    /** How many rules go out at most; 0 for no limit. */
    public void setMaxRules(int maxRules) {
        if (maxRules < 0) {
            throw bad("maxRules is " + maxRules + "; it must be 0 (no limit) or more");
        }
        this.maxRules = maxRules;
    }

    public Policy select(Candidates candidates) {
        List<Candidate> chosen = candidates.rules().stream()
                .limit(maxRules == 0 ? Long.MAX_VALUE : maxRules)
                .toList();
        String id = policyId(candidates.request().project(), chosen);
        return new Policy(id, candidates.request(), candidates.at(), chosen, candidates.stopped());
    }

    /** A zero character ends each part, so that no two different lists of parts run together to the same text. */
    private static String policyId(String project, List<Candidate> rules) {
        StringBuilder all = new StringBuilder(project).append('\0');
        rules.forEach(chosen -> all.append(chosen.rule().id()).append('\0').append(chosen.rule().text()).append('\0'));
        return "pol-" + Sha256.of(all.toString()).substring(0, ID_DIGITS);
    }

    private static BuildlogException bad(String message) {
        return new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, message, null);
    }
}
