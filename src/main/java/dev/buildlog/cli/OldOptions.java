package dev.buildlog.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options that users of the Python tool know and that are not there: what does their work here. */
final class OldOptions {

    private static final String MODEL = "a model reads entries where llm.extract says so: buildlog config set llm.extract true";
    private static final String BACKEND = "how texts are compared is a setting: buildlog config set embeddings.backend NAME";

    private static final Map<String, String> HINTS = Map.of(
            "distill --llm", MODEL,
            "skills --llm", MODEL,
            "skills --embeddings", BACKEND,
            "gauntlet loop --auto-gh-issues", "an issue is opened for a risk that somebody accepts: buildlog gauntlet accept-risk"
                    + " --github");

    private OldOptions() {}

    /**
     * What to do instead of the first of {@code arguments} that is such an option.
     *
     * @param command as {@code gauntlet loop}
     */
    static Optional<String> hint(String command, List<String> arguments) {
        return arguments.stream().map(argument -> HINTS.get(command + ' ' + argument.replaceFirst("=.*", "")))
                .filter(hint -> hint != null).findFirst();
    }
}
