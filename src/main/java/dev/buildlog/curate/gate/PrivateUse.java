package dev.buildlog.curate.gate;

/** What no standard gives a meaning. */
final class PrivateUse extends CharacterCheck {

    PrivateUse() {
        super("a character without a meaning");
    }

    @Override
    public String id() {
        return "private-use";
    }

    @Override
    public Action action() {
        return Action.STRIP;
    }

    @Override
    public String about() {
        return "Private-use characters, which mean something to one font only.";
    }

    @Override
    boolean offends(String text, int i) {
        return Character.getType(text.codePointAt(i)) == Character.PRIVATE_USE;
    }
}
