package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Problem;
import dev.buildlog.models.GitRepositories;
import dev.buildlog.pipeline.PartInventory;
import dev.buildlog.pipeline.RunningService;
import dev.buildlog.setup.Check;
import dev.buildlog.setup.SetupStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog verify}: whether all is set up here as it should be. */
@Command(name = "verify", description = {
    "Check what `buildlog init` sets up, the routes and the service; exit 1 if something does not work.",
    "Example: buildlog verify --fix"})
final class VerifyProject extends Verb {

    private static final Set<String> PROTECTED = Set.of("main", "master");

    @Option(names = "--fix", description = "Do what `buildlog init` would, then check again.")
    private boolean fix;

    @Option(names = "--json", description = "Print JSON: {passed, warnings, failed, ok, summary}.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        List<Check> checks = checks(here);
        if (fix && checks.stream().anyMatch(check -> check.status() != Check.Status.PASS)) {
            for (SetupStep step : SetupSteps.of(here, true, true, true)) {
                step.install().forEach(line -> here.say("[FIX] " + line));
            }
            checks = checks(here);
        }
        tell(here, checks);
        return of(checks, Check.Status.FAIL).isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static List<Check> checks(Workplace here) throws IOException {
        List<Check> checks = new ArrayList<>();
        for (SetupStep step : SetupSteps.of(here, true, true, true)) {
            checks.add(look(step));
        }
        checks.add(branch(here));
        checks.add(routes(here));
        checks.add(service(here));
        return checks;
    }

    private static Check look(SetupStep step) {
        try {
            return step.check();
        } catch (BuildlogException e) {
            return Check.fail("readable", e.getMessage());
        }
    }

    private static Check branch(Workplace here) {
        String branch = new GitRepositories().locate(here.root()).branch();
        return PROTECTED.contains(branch)
                ? Check.warn("not_on_main", "This is the branch " + branch + ". Begin one for your work: git switch -c NAME.")
                : Check.pass("not_on_main", branch.isEmpty() ? "There is no branch here." : "This is the branch " + branch + ".");
    }

    private static Check routes(Workplace here) {
        try (Assembly parts = Assembly.at(here)) {
            List<Problem> problems = here.known("routes", () -> List.of(Seen.parts(here), here.settings().asProperties()),
                    () -> new PartInventory(parts.core(), here.root()).problems(parts.settings(), parts.front()));
            return problems.isEmpty() ? Check.pass("routes", "All routes and Kamelets are valid.")
                    : Check.fail("routes", problems.get(0) + (problems.size() == 1 ? "" : " And " + (problems.size() - 1)
                            + " more: `buildlog routes validate`."));
        }
    }

    private static Check service(Workplace here) {
        return RunningService.on(here.home())
                .map(url -> Check.pass("service", "A service listens at " + url + "."))
                .orElseGet(() -> Check.warn("service", "No service is running; `buildlog serve` keeps the agents' files fresh"
                        + " while you work, `buildlog sync` brings them up to date once."));
    }

    private void tell(Workplace here, List<Check> checks) throws IOException {
        List<Check> passed = of(checks, Check.Status.PASS);
        List<Check> warnings = of(checks, Check.Status.WARN);
        List<Check> failed = of(checks, Check.Status.FAIL);
        String summary = passed.size() + "/" + checks.size() + " checks passed, " + warnings.size() + " warnings, "
                + failed.size() + " failed";
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("passed", fields(passed));
            fields.put("warnings", fields(warnings));
            fields.put("failed", fields(failed));
            fields.put("ok", failed.isEmpty());
            fields.put("summary", summary);
            Json.print(here.out(), fields);
            return;
        }
        checks.forEach(check -> here.out().println("[" + check.status() + "] " + check.name() + ": "
                + Printable.line(check.message())));
        here.out().println("\n" + summary);
        if (!failed.isEmpty() && !fix) {
            here.say("Mend what can be mended without you: buildlog verify --fix");
        }
    }

    private static List<Check> of(List<Check> checks, Check.Status status) {
        return checks.stream().filter(check -> check.status() == status).toList();
    }

    private static List<Map<String, Object>> fields(List<Check> checks) {
        return checks.stream().map(check -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", check.name());
            fields.put("status", check.status().name().toLowerCase(java.util.Locale.ROOT));
            fields.put("message", check.message());
            return fields;
        }).toList();
    }
}
