package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.RiskAcceptance;
import dev.buildlog.model.RiskReceipt;
import dev.buildlog.model.Sha256;
import dev.buildlog.models.Person;
import dev.buildlog.review.RunFields;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog gauntlet accept-risk}. */
@Command(name = "accept-risk", description = {
    "Say who answers for findings of a run's last review, why, and until which day. Until then they do not keep the tree from",
    "passing `gauntlet check`. --github tells of it in one issue."})
final class GauntletAcceptRisk extends Verb {

    private static final String NO_REASON = "no reason was given";

    /** For how long a risk is accepted if nobody says until when. */
    private static final int DAYS = 30;

    @Parameters(paramLabel = "FINGERPRINT", arity = "0..*", description = "The findings. Default: all of the last review.")
    private List<String> findings = List.of();

    @Option(names = "--run", paramLabel = "ID", description = "The run that found them. Default: the latest here.")
    private String run = "";

    @Option(names = "--who", paramLabel = "NAME", description = "Who answers for it. Default: whom git would name as author.")
    private String who = "";

    @Option(names = "--why", paramLabel = "REASON", description = "Why it may stay. Default: that no reason was given.")
    private String why = "";

    @Option(names = "--until", paramLabel = "DAY", description = "Last day on which this counts. Default: in 30 days.")
    private @Nullable LocalDate until;

    private final Map<String, String> assumed = new LinkedHashMap<>();

    @Option(names = "--github", description = "Open an issue on GitHub that tells of it, through gh; once, however often this is"
            + " said.")
    private boolean github;

    @Option(names = "--repo", paramLabel = "OWNER/NAME", description = "The repository of the issue. Default: the checkout's.")
    private String repository = "";

    @Option(names = "--public", description = "Open it though everybody can read it.")
    private boolean open;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        if (!github && (open || !repository.isEmpty())) {
            throw new BuildlogException("--public and --repo say where an issue goes: add --github to open one");
        }
        assume(here);
        return GauntletPlace.with(here, (parts, entrance) -> {
            RiskAcceptance acceptance = acceptance(parts.project(), GauntletPlace.runId(parts, run), parts.core().instant());
            RiskReceipt receipt = entrance.doors().accept(acceptance);
            BuildlogException failure = null;
            try {
                receipt = github ? told(here, entrance, acceptance, receipt) : receipt;
            } catch (BuildlogException e) {
                failure = e;
            }
            tell(here, receipt);
            if (failure != null) {
                throw new BuildlogException("The risk is accepted, but no issue tells of it: " + failure.getMessage()
                        + ". Say it again with --github to try again.");
            }
            return ExitCode.DONE;
        });
    }

    /** Fills in what was not said, as agents that know the Python tool leave it out. */
    private void assume(Workplace here) {
        if (who.isBlank()) {
            who = Person.at(here.root(), here.environment());
            assumed.put("who", who);
        }
        if (why.isBlank()) {
            why = NO_REASON;
            assumed.put("why", why);
        }
        if (until == null) {
            until = LocalDate.ofInstant(here.clock().instant(), ZoneOffset.UTC).plusDays(DAYS);
            assumed.put("until", until.toString());
        }
    }

    /** Equal words make an equal id: said twice it is one acceptance. */
    private RiskAcceptance acceptance(String project, String of, Instant at) {
        LocalDate day = Objects.requireNonNull(until);
        String name = String.join("\n", project, of, who, why, day.toString(), String.join(" ", new TreeSet<>(findings)));
        return new RiskAcceptance("risk-" + Sha256.of(name).substring(0, 20), project, of, findings, who, why, day, "", at);
    }

    private RiskReceipt told(Workplace here, Entrance entrance, RiskAcceptance acceptance, RiskReceipt receipt) {
        if (!receipt.issue().isEmpty()) {
            return receipt;
        }
        String url = RiskTracker.at(here, repository, open).issue(receipt);
        return entrance.doors().accept(acceptance.withIssue(url));
    }

    private void tell(Workplace here, RiskReceipt receipt) throws IOException {
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("risk", receipt.risk());
            fields.put("run", receipt.run());
            fields.put("who", receipt.who());
            fields.put("why", receipt.why());
            fields.put("until", receipt.until().toString());
            fields.put("issue", receipt.issue());
            fields.put("assumed", assumed);
            fields.put("findings", receipt.findings().stream().map(RunFields::of).toList());
            Json.print(here.out(), fields);
            return;
        }
        receipt.findings().forEach(finding -> here.out().println(RunReport.line(finding)));
        here.out().println(Printable.line("Accepted by " + receipt.who() + " until " + receipt.until() + ": " + receipt.why()));
        if (!assumed.isEmpty()) {
            here.say("Nothing was said of " + String.join(", ", assumed.keySet()) + ": say it with --"
                    + String.join(", --", assumed.keySet()));
        }
        if (!receipt.issue().isEmpty()) {
            here.out().println(receipt.issue());
        }
    }
}
