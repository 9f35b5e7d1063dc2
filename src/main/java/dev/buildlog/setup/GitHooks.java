package dev.buildlog.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The hooks: one keeps commits off protected branches, one leaves word of each commit. */
public final class GitHooks implements SetupStep {

    static final String NAME = "branch_protection";

    private final Path root;
    private final List<Hook> hooks;

    /**
     * @param root real path of the checkout's root
     * @param folder where git looks for hooks in this checkout
     */
    public GitHooks(Path root, Path folder) {
        this.root = root;
        this.hooks = List.of(new Hook(folder, "pre-commit"), new Hook(folder, "post-commit"));
    }

    @Override
    public Check check() {
        List<String> out = hooks.stream().filter(hook -> !hook.isEffective()).map(Hook::name).toList();
        if (!out.isEmpty()) {
            return Check.warn(NAME, "git does not run buildlog's lines in the hook" + (out.size() > 1 ? "s " : " ")
                    + String.join(" and ", out) + ": run `buildlog init`.");
        }
        List<String> old = hooks.stream().filter(hook -> hook.state() == MarkedPart.State.OUTDATED).map(Hook::name).toList();
        return old.isEmpty() ? Check.pass(NAME, "The hooks pre-commit and post-commit are in force.")
                : Check.warn(NAME, "The hook " + String.join(" and ", old) + " is of another version: run `buildlog init`.");
    }

    @Override
    public List<String> install() {
        List<String> done = new ArrayList<>();
        for (Hook hook : hooks) {
            if (hook.install()) {
                boolean tracked = hook.path().startsWith(root) && !hook.path().startsWith(root.resolve(".git"));
                done.add("Put buildlog's lines into the hook " + name(hook)
                        + (tracked ? ", which is part of the repository" : ""));
            }
        }
        return done;
    }

    @Override
    public List<String> remove() {
        return hooks.stream().filter(Hook::remove).map(hook -> "Took buildlog's lines out of the hook " + name(hook)).toList();
    }

    private String name(Hook hook) {
        return hook.path().startsWith(root) ? root.relativize(hook.path()).toString() : hook.path().toString();
    }
}
