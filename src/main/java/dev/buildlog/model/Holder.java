package dev.buildlog.model;

/**
 * Who holds an entry: a branch of a checkout, or a submission without a file.
 *
 * <p>The branch is part of the holder, so switching a checkout to another branch takes nothing away from the first one.
 *
 * @param root absolute path of the checkout's root; empty for a submission
 * @param branch short branch name, {@code (detached)} while HEAD names a commit, empty outside git
 */
public record Holder(String root, String branch) {

    /** Holds entries that came without a file (HTTP, MCP); they end only when they are withdrawn. */
    public static final Holder SUBMISSION = new Holder("", "");

    /** The branch of a checkout whose HEAD names a commit, as during a rebase. */
    public static final String DETACHED = "(detached)";

    public boolean isSubmission() {
        return root.isEmpty();
    }
}
