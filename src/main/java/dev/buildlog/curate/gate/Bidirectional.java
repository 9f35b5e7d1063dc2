package dev.buildlog.curate.gate;

/** Text that is shown in another order than it is read in (Trojan Source, CVE-2021-42574). */
final class Bidirectional extends CharacterCheck {

    Bidirectional() {
        super("a character that turns the direction of reading");
    }

    @Override
    public String id() {
        return "bidi";
    }

    @Override
    public Action action() {
        return Action.QUARANTINE;
    }

    @Override
    public String about() {
        return "Embeddings, overrides and isolates, which show text in another order than it is read in.";
    }

    @Override
    boolean offends(String text, int i) {
        return Characters.turnsDirection(text.codePointAt(i));
    }
}
