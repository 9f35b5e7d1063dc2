package dev.buildlog.curate.gate;

/** Characters that act instead of being shown. */
final class ControlCharacters extends CharacterCheck {

    ControlCharacters() {
        super("a control character");
    }

    @Override
    public String id() {
        return "control";
    }

    @Override
    public Action action() {
        return Action.QUARANTINE;
    }

    @Override
    public String about() {
        return "Control characters, which act on a terminal or overwrite what is shown; "
                + "tabs and line breaks have checks of their own.";
    }

    @Override
    boolean offends(String text, int i) {
        char c = text.charAt(i);
        return Character.isISOControl(c) && c != '\t' && !LineBreaks.isBreak(c);
    }
}
