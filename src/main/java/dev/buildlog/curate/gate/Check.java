package dev.buildlog.curate.gate;

/** One thing that the gate looks for. */
public interface Check {

    /** Its name in settings and findings: lower case and hyphens. */
    String id();

    /** What becomes of a text in which it finds something. */
    Action action();

    /** What it looks for, in one sentence for a person. */
    String about();

    /** Looks at {@code draft}: reports what it finds, and changes the text if that is its action. */
    void examine(Draft draft);
}
