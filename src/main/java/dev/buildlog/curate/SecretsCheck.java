package dev.buildlog.curate;

import dev.buildlog.curate.gate.Action;
import dev.buildlog.curate.gate.Check;
import dev.buildlog.curate.gate.Draft;

/** Secrets that came past the door: from before a pattern was known, or written by another tool. */
final class SecretsCheck implements Check {

    private final Redactor redactor;

    SecretsCheck(Redactor redactor) {
        this.redactor = redactor;
    }

    @Override
    public String id() {
        return "secrets";
    }

    @Override
    public Action action() {
        return Action.REDACT;
    }

    @Override
    public String about() {
        return "Keys, tokens and passwords; a mark with their kind takes their place.";
    }

    @Override
    public void examine(Draft draft) {
        String clean = redactor.redact(draft.text());
        if (!clean.equals(draft.text())) {
            draft.found(this, firstDifference(draft.text(), clean), "has a secret, which was taken out");
            draft.rewrite(clean);
        }
    }

    private static int firstDifference(String text, String clean) {
        int at = 0;
        while (at < text.length() && at < clean.length() && text.charAt(at) == clean.charAt(at)) {
            at++;
        }
        return at;
    }
}
