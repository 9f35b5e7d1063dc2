package dev.buildlog.curate.gate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the gate thinks of a text.
 *
 * @param action the worst of what was found
 * @param text the text as it may be shown: cleaned; that of a stopped one is shown only once a person has released it, and that of
 *     a refused one is empty
 * @param findings what was found, in the order of the checks
 */
public record Verdict(Action action, String text, List<Offence> findings) {

    public Verdict {
        findings = List.copyOf(findings);
    }

    /** That of a text in which nothing was found. */
    public static Verdict pass(String text) {
        return new Verdict(Action.PASS, text, List.of());
    }

    /** Whether nothing was found in {@code text}, which this was said of: it goes out as it is. */
    public boolean isPassOf(String written) {
        return action == Action.PASS && findings.isEmpty() && text.equals(written);
    }

    /** Whether the text stays back. */
    public boolean stops() {
        return action.stops();
    }

    /** The first of the worst findings, for a person; empty where nothing was found. */
    public Optional<String> reason() {
        return findings.stream().max(Comparator.comparing(Offence::action)).flatMap(worst ->
                findings.stream().filter(one -> one.action() == worst.action()).findFirst().map(Offence::message));
    }
}
