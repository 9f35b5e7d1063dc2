package dev.buildlog.cli;

import dev.buildlog.ledger.PosteriorHistory.Change;
import dev.buildlog.ledger.PosteriorHistory.Page;
import dev.buildlog.ledger.PosteriorHistory.Query;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog bandit history}. */
@Command(name = "history", aliases = "posterior-history", description =
        "Print how outcomes moved what is believed of the rules, newest first.")
final class BanditHistory extends Verb {

    private static final String ROW = "%-27s  %-28s  %-16s  %5s  %5s  %7s";

    @Option(names = {"-r", "--rule"}, paramLabel = "ID", split = ",", description =
            "Only these rules, under any id they ever had.")
    private List<String> rules = List.of();

    @Option(names = "--persona", description = "Only the rules of this persona.")
    private String persona = "";

    @Option(names = "--since", paramLabel = "INSTANT", description = "Only changes at or after, such as 2026-04-01T00:00:00Z.")
    private @Nullable Instant since;

    @Option(names = "--until", paramLabel = "INSTANT", description = "Only changes before.")
    private @Nullable Instant until;

    @Option(names = "--before", paramLabel = "CHANGE", description = "Only changes older than this one: the next page.")
    private @Nullable Long before;

    @Option(names = {"-l", "--limit"}, description = "How many at most, up to 500. Default: ${DEFAULT-VALUE}.",
            defaultValue = "50")
    private int limit;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        Page page;
        try (Assembly parts = FreshLedger.open(here).orElseThrow(() -> new BuildlogException(FreshLedger.NOTHING_HERE))) {
            page = parts.core().posteriorHistory().page(parts.project(), new Query(rules, persona, since, until, before, limit),
                    parts.core().priors(parts.project()));
        }
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("snapshots", page.changes().stream().map(Change::fields).toList());
            if (page.next() != null) {
                fields.put("next", page.next());
            }
            Json.print(here.out(), fields);
        } else if (page.changes().isEmpty()) {
            here.out().println("Nothing has moved that this asks for.");
        } else {
            here.out().println(String.format(ROW, "at", "rule", "context", "was", "is", "reviews"));
            page.changes().forEach(change -> here.out().println(Printable.line(row(change))));
            if (page.next() != null) {
                here.out().println("There are more: --before " + page.next());
            }
        }
        return ExitCode.DONE;
    }

    private static String row(Change change) {
        return String.format(Locale.ROOT, ROW, change.at(), change.rule(), change.context(),
                String.format(Locale.ROOT, "%.3f", change.before().mean()), String.format(Locale.ROOT, "%.3f",
                        change.after().mean()), change.observations());
    }
}
