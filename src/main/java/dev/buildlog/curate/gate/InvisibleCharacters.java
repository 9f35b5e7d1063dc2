package dev.buildlog.curate.gate;

/** What is not shown and may split words or carry data. */
final class InvisibleCharacters extends CharacterCheck {

    InvisibleCharacters() {
        super("an invisible character");
    }

    @Override
    public String id() {
        return "invisible";
    }

    @Override
    public Action action() {
        return Action.STRIP;
    }

    @Override
    public String about() {
        return "Zero-width characters, fillers, soft hyphens, direction marks and lone variation selectors; "
                + "those inside an emoji or a script that needs them stay.";
    }

    @Override
    boolean offends(String text, int i) {
        return Characters.isInvisible(text.codePointAt(i)) && !Characters.isInPlace(text, i)
                && Characters.endOfFlag(text, startOfTags(text, i)) <= i;
    }

    /** Where the run of tag characters begins in which {@code i} stands. */
    private static int startOfTags(String text, int i) {
        int start = i;
        while (start > 0 && Characters.isTag(text.codePointAt(i)) && Characters.isTag(text.codePointBefore(start))) {
            start -= 2;
        }
        return start;
    }
}
