package dev.buildlog.curate.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Image;

/** Pictures, which a program that shows the text would fetch, with whatever their address carries. */
final class Images implements Check {

    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]{0,200}\\]\\s?[\\[(]");

    @Override
    public String id() {
        return "images";
    }

    @Override
    public Action action() {
        return Action.QUARANTINE;
    }

    @Override
    public String about() {
        return "Pictures outside code.";
    }

    @Override
    public void examine(Draft draft) {
        if (!draft.shown().contains("![")) {
            return;
        }
        Matcher picture = PICTURE.matcher(draft.shown());
        if (picture.find()) {
            draft.found(this, picture.start(), "has a picture, which would be fetched");
        } else {
            Markdown.each(draft.markdown(), Image.class, image ->
                    draft.found(this, Markdown.start(image), "has a picture, which would be fetched"));
        }
    }
}
