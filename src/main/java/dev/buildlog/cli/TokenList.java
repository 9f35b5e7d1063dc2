package dev.buildlog.cli;

import dev.buildlog.model.AccessToken;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog token list}. */
@Command(name = "list", description = "List all tokens ever made, oldest first; of none its text.")
final class TokenList extends Verb {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        Instant now = here.clock().instant();
        try (Assembly parts = Assembly.at(here)) {
            List<AccessToken> tokens = parts.core().tokens().all();
            if (json) {
                Json.print(here.out(), tokens.stream().map(token -> fields(token, now)).toList());
            } else if (tokens.isEmpty()) {
                here.out().println("No tokens.");
            } else {
                tokens.forEach(token -> here.out().println(Printable.line(String.format("%s  %-12s  %-7s  %s  %s", token.id(),
                        token.project().isEmpty() ? "all projects" : token.project(), state(token, now), token.created(),
                        token.name()))));
            }
        }
        return ExitCode.DONE;
    }

    private static String state(AccessToken token, Instant now) {
        return token.revoked() != null ? "revoked" : token.isValid(now) ? "valid" : "expired";
    }

    /** Empty for never. */
    private static String text(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    /** Everything but its text, which nobody here knows. */
    static Map<String, Object> fields(AccessToken token, Instant now) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", token.id());
        fields.put("project", token.project());
        fields.put("name", token.name());
        fields.put("state", state(token, now));
        fields.put("created", token.created().toString());
        fields.put("expires", text(token.expires()));
        fields.put("revoked", text(token.revoked()));
        return fields;
    }
}
