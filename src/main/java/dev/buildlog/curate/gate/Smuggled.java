package dev.buildlog.curate.gate;

/** Invisible characters that spell a message: tags behind no flag, selectors in a row, many invisible ones in one text. */
final class Smuggled implements Check {

    /** A writer's tool leaves one or two; eight spell a letter in binary. */
    private static final int MOST = 7;

    @Override
    public String id() {
        return "smuggled";
    }

    @Override
    public Action action() {
        return Action.QUARANTINE;
    }

    @Override
    public String about() {
        return "Messages in invisible characters: the tag block, variation selectors in a row, eight or more invisible characters.";
    }

    @Override
    public void examine(Draft draft) {
        String text = draft.text();
        int invisible = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c <= '~' || !Characters.isInvisible(c) || Characters.isInPlace(text, i)) {
                continue;
            }
            int flag = Characters.endOfFlag(text, i);
            if (flag > i) {
                i = flag - 2;
                continue;
            }
            boolean row = Characters.isSelector(c) && i > 0 && Characters.isSelector(text.codePointBefore(i));
            if (Characters.isTag(c) || row || ++invisible > MOST) {
                draft.found(this, i, "has a message in invisible characters, with " + Visible.name(c));
                return;
            }
        }
    }
}
