package dev.buildlog.cli;

import java.io.Console;

/** Whether a person sits in front of this process. */
final class Terminal {

    private Terminal() {}

    /** Whether input and output are a terminal. */
    static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // from Java 22 on there may be a console without a terminal
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
