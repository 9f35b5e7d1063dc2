package dev.buildlog.cli;

import dev.buildlog.journal.Checkout;
import dev.buildlog.ledger.AccessTokens;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Project;
import dev.buildlog.pipeline.Core;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code buildlog token create}. */
@Command(name = "create", description = {
    "Make a token for one project, and print it. It is shown this once: only its hash is kept.",
    "Example: buildlog token create --project shop --name ci --days 90"})
final class TokenCreate extends Verb {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_DAYS = 3_650;

    @Spec
    private CommandSpec spec;

    @Option(names = "--project", paramLabel = "P", description = "Id or name of the project that it opens. Default: the one"
            + " around the working directory.")
    private @Nullable String project;

    @Option(names = "--all-projects", description = "It opens the whole home, health and figures included.")
    private boolean all;

    @Option(names = "--name", paramLabel = "N", description = "What it is for, shown by 'token list'.")
    private String name = "";

    @Option(names = "--days", paramLabel = "D", description = "For how many days it is valid. Default: until it is revoked.")
    private @Nullable Integer days;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        if (all && project != null) {
            throw new ParameterException(spec.commandLine(), "--project and --all-projects exclude each other.");
        }
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            throw new ParameterException(spec.commandLine(), "--days takes 1 to " + MOST_DAYS + ".");
        }
        if (name.length() > LONGEST_NAME) {
            throw new ParameterException(spec.commandLine(), "--name takes up to " + LONGEST_NAME + " characters.");
        }
        try (Assembly parts = Assembly.at(here)) {
            String opened = all ? "" : project == null ? around(parts.core(), here) : named(parts.core(), project);
            Instant expires = days == null ? null : here.clock().instant().plus(Duration.ofDays(days));
            AccessTokens.Issued issued = parts.core().tokens().create(opened, name, expires);
            if (json) {
                Map<String, Object> fields = TokenList.fields(issued.token(), here.clock().instant());
                fields.put("token", issued.text());
                Json.print(here.out(), fields);
            } else {
                here.say("This is shown once; 'buildlog token revoke " + issued.token().id() + "' takes it back.");
                here.out().println(issued.text());
            }
        }
        return ExitCode.DONE;
    }

    private static String around(Core core, Workplace here) {
        Checkout checkout = core.repositories().locate(here.root());
        core.projects().register(checkout.project());
        return checkout.project().id();
    }

    private static String named(Core core, String name) {
        List<Project> meant = core.projects().named(name);
        if (meant.size() == 1) {
            return meant.get(0).id();
        }
        throw new BuildlogException(meant.isEmpty()
                ? "this home has no project '" + name + "'. Run 'buildlog sync' in its repository, or this command there without"
                        + " --project"
                : "several projects are named '" + name + "': say which by its id, "
                        + meant.stream().map(p -> p.id() + " (" + p.remote() + ")").collect(Collectors.joining(" or ")));
    }
}
