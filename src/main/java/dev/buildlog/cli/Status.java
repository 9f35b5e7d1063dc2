package dev.buildlog.cli;

import dev.buildlog.config.Keys;
import dev.buildlog.ledger.Journal;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Level;
import dev.buildlog.model.RuleState;
import dev.buildlog.render.FileChange;
import dev.buildlog.render.Share;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buildlog status}: what goes out to the agents, and what waits. */
@Command(name = "status", description = {
    "Show which rules are in force and which wait, are rejected or retired, and whether the agents' files are up to date.",
    "Decide with promote, reject, retire; buildlog queue goes through what waits.",
    "Best rules first; of each section a person is shown 50 unless --limit says otherwise."})
final class Status extends Verb {

    /** How many rules of a section a person is shown. */
    private static final int AT_A_LOOK = 50;

    @Option(names = "--min-confidence", paramLabel = "LEVEL", description = "Only rules of high, medium or (default) low"
            + " confidence and above.")
    private Level least = Level.LOW;

    @Mixin
    private PageOptions page = new PageOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        Optional<Assembly> open = FreshLedger.open(here);
        if (open.isEmpty()) {
            if (json) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("initialized", false);
                fields.putAll(fields(here, SortedRules.from(least, List.of()), 0, List.of()));
                fields.put("message", FreshLedger.NOTHING_HERE);
                Json.print(here.out(), fields);
            } else {
                here.out().println(FreshLedger.NOTHING_HERE);
            }
            return ExitCode.DONE;
        }
        try (Assembly parts = open.get()) {
            Overview overview = Overview.of(here, parts);
            SortedRules rules = Objects.requireNonNull(overview.sorted().get(least));
            List<Map<String, Object>> files = overview.shares().stream().map(share -> file(here, overview, share)).toList();
            if (json) {
                int entries = new Journal(parts.core().ledger()).entries(parts.project(), null).size();
                Json.print(here.out(), fields(here, rules, entries, files));
            } else {
                tell(here, rules, files);
            }
        }
        return ExitCode.DONE;
    }

    private static Map<String, Object> file(Workplace here, Overview overview, Share share) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("path", share.target().path());
        file.put("target", share.target().id());
        try {
            FileChange change = overview.look(here, share).rendering().change();
            file.put("fresh", change instanceof FileChange.Unchanged);
            file.put("edited", change.edited());
        } catch (BuildlogException e) {
            file.put("fresh", false);
            file.put("problem", String.valueOf(e.getMessage()));
        }
        return file;
    }

    private Map<String, Object> fields(Workplace here, SortedRules rules, int entries, List<Map<String, Object>> files) {
        List<Overview.Item> running = rules.running();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("total_entries", entries);
        fields.put("total_skills", running.size());
        fields.put("by_confidence", rules.byLevel());
        fields.put("by_state", rules.byState());
        fields.put("publish_auto", here.settings().text(Keys.PUBLISH_AUTO));
        fields.put("next", page.next(running.size()));
        fields.put("promotable_ids", page.of(running).stream()
                .filter(item -> item.waits() && item.candidate().confidence().level() == Level.HIGH)
                .map(item -> item.candidate().rule().id()).toList());
        fields.put("skills", page.of(running).stream().collect(Collectors.groupingBy(item -> item.candidate().rule().category(),
                TreeMap::new, Collectors.mapping(RuleFields::of, Collectors.toList()))));
        fields.put("rejected", page.of(rules.rejected()).stream().map(RuleFields::of).toList());
        fields.put("files", files);
        return fields;
    }

    private void tell(Workplace here, SortedRules sorted, List<Map<String, Object>> files) {
        List<Overview.Item> rules = sorted.rules();
        List<String> counts = new ArrayList<>();
        sorted.byState().forEach((state, number) -> {
            if (number > 0) {
                counts.add(number + " " + state);
            }
        });
        here.out().println(rules.isEmpty() ? "No rules yet." : rules.size() + (rules.size() == 1 ? " rule: " : " rules: ")
                + String.join(", ", counts) + ".");
        here.out().println("Without a person " + switch (here.settings().text(Keys.PUBLISH_AUTO)) {
            case "off" -> "nothing goes out (publish.auto is off).";
            case "low" -> "every rule goes out (publish.auto is low).";
            default -> "rules go out from " + here.settings().text(Keys.PUBLISH_AUTO) + " confidence up (publish.auto).";
        });
        section(here, "In force", rules, Overview.Item::inForce);
        section(here, "Waiting: buildlog queue", rules, item -> !item.inForce() && item.waits());
        section(here, "Let out, yet not shown", rules, item -> !item.inForce() && !item.waits()
                && (item.candidate().standing().isLetOut() || item.state() == RuleState.ACTIVE));
        section(here, "Rejected", rules, item -> item.state() == RuleState.REJECTED);
        section(here, "Retired", rules, item -> item.state() == RuleState.RETIRED);
        here.out().println();
        here.out().println("Files");
        files.forEach(file -> here.out().println(Printable.line(String.format(Locale.ROOT, "  %s: %s", file.get("path"),
                file.containsKey("problem") ? file.get("problem") : Boolean.TRUE.equals(file.get("fresh")) ? "up to date"
                        : Boolean.TRUE.equals(file.get("edited")) ? "edited by hand" : "stale"))));
    }

    private void section(Workplace here, String heading, List<Overview.Item> rules, Predicate<Overview.Item> which) {
        List<Overview.Item> some = rules.stream().filter(which).toList();
        if (some.isEmpty()) {
            return;
        }
        here.out().println();
        here.out().println(heading);
        int most = page.limitOr(AT_A_LOOK);
        for (Overview.Item item : some.subList(0, Math.min(most, some.size()))) {
            here.out().println(RuleFields.line(item));
            if (item.candidate().isChanged()) {
                here.out().println("    the journal now says: " + Escaped.of(item.candidate().terms().pending()));
            }
            if (!item.stopped().isEmpty()) {
                here.out().println("    kept back: it " + Escaped.of(item.stopped()));
            }
            if (item.state() == RuleState.NEW && !item.candidate().hearsay().isEmpty()) {
                here.out().println("    " + RuleFields.needsAPerson(item.candidate()));
            }
            if (!item.stand().why().isEmpty()) {
                here.out().println("    " + Escaped.of(item.stand().by() + ": " + item.stand().why()));
            }
        }
        if (some.size() > most) {
            here.out().println("  and " + (some.size() - most) + " more: --limit 0 shows all");
        }
    }
}
