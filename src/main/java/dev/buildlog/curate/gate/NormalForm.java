package dev.buildlog.curate.gate;

import java.text.Normalizer;

/** Letters and their marks as one character where there is one, so that equal texts are equal. */
final class NormalForm implements Check {

    @Override
    public String id() {
        return "normal-form";
    }

    @Override
    public Action action() {
        return Action.STRIP;
    }

    @Override
    public String about() {
        return "Text that is not in Unicode's normal form C.";
    }

    @Override
    public void examine(Draft draft) {
        String text = draft.text();
        if (!Ascii.isAll(text) && !Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            draft.found(this, 0, "is not in normal form C");
            draft.rewrite(Normalizer.normalize(text, Normalizer.Form.NFC));
        }
    }
}
