package dev.buildlog.cli;

import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** Whether help is coloured. */
final class Colour {

    private Colour() {}

    /** On a terminal, unless the person says otherwise: no-color.org, and the older {@code CLICOLOR}. */
    static Ansi of(Map<String, String> environment) {
        return isDue(environment) ? Ansi.ON : Ansi.OFF;
    }

    static boolean isDue(Map<String, String> environment) {
        return isWanted(environment) && Terminal.isThere();
    }

    static boolean isWanted(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("CLICOLOR", "").equals("0")
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }
}
