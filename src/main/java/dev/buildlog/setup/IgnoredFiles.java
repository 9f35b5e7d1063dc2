package dev.buildlog.setup;

import java.nio.file.Path;
import java.util.List;

/** What git should overlook: copies that buildlog keeps of what people edited in its parts. */
public final class IgnoredFiles implements SetupStep {

    static final String NAME = "gitignore";

    private final PartFile file;

    /** @param root real path of the checkout's root */
    public IgnoredFiles(Path root) {
        this.file = new PartFile(root.resolve(".gitignore"), MarkedPart.LINES, ".buildlog/conflicts/");
    }

    @Override
    public Check check() {
        return file.state() == MarkedPart.State.ABSENT
                ? Check.warn(NAME, ".gitignore does not name .buildlog/conflicts/: run `buildlog init`.")
                : Check.pass(NAME, "git overlooks what only this machine needs.");
    }

    @Override
    public List<String> install() {
        MarkedPart.State state = file.state();
        if (state == MarkedPart.State.CURRENT || state == MarkedPart.State.EDITED) {
            return List.of();
        }
        file.put();
        return List.of("Added to .gitignore what only this machine needs");
    }

    @Override
    public List<String> remove() {
        if (file.state() == MarkedPart.State.ABSENT) {
            return List.of();
        }
        file.take();
        return List.of("Took buildlog's lines out of .gitignore");
    }
}
