package dev.buildlog.cli;

import dev.buildlog.config.Key;
import dev.buildlog.config.Keys;
import dev.buildlog.config.Settings;
import dev.buildlog.consult.Meter;
import dev.buildlog.consult.Usage;
import dev.buildlog.ledger.ModelUsage;
import dev.buildlog.ledger.PostponedEntries;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog llm usage}. */
@Command(name = "usage", description = "Print what language models used by day, project, task and model, and what is left of the"
        + " budget. Days are those of UTC.")
final class LlmUsage extends Verb {

    private static final double NANOS = 1e9;
    private static final String ROW = "%-10s  %-16s  %-12s  %-20s  %5s  %5s  %9s  %9s  %9s  %9s";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--since", paramLabel = "DAY", description = "From this day on. Default: the first of this month.")
    private @Nullable LocalDate since;

    @Override
    int run(Workplace here) throws IOException {
        Settings settings = Settings.load(here.home(), null, here.environment(), here.options());
        LocalDate today = LocalDate.ofInstant(here.clock().instant(), ZoneOffset.UTC);
        LocalDate month = today.withDayOfMonth(1);
        try (Assembly parts = Assembly.at(here)) {
            ModelUsage usage = new ModelUsage(parts.core().ledger());
            List<ModelUsage.Line> lines = usage.lines(since == null ? month : since);
            Meter.Total day = usage.between(today, today);
            Meter.Total all = usage.between(month, today);
            int waiting = new PostponedEntries(parts.core().ledger()).count();
            if (json) {
                Json.print(here.out(), fields(lines, day, all, waiting));
                return ExitCode.DONE;
            }
            table(here, lines);
            here.out().println("Today " + dollars(day.nanos()) + limit(settings, Keys.LLM_BUDGET_DAY_CENTS) + ", "
                    + String.format(Locale.ROOT, "%,d tokens", day.tokens()) + tokens(settings) + ". This month "
                    + dollars(all.nanos()) + limit(settings, Keys.LLM_BUDGET_MONTH_CENTS) + ".");
            if (waiting > 0) {
                here.out().println((waiting == 1 ? "1 entry waits" : waiting + " entries wait")
                        + " to be shown to a model; see the log for the reason.");
            }
        }
        return ExitCode.DONE;
    }

    private static void table(Workplace here, List<ModelUsage.Line> lines) {
        if (lines.isEmpty()) {
            here.out().println("No language model was asked.");
            return;
        }
        here.out().println(String.format(ROW, "day", "project", "task", "model", "asked", "known", "in", "out", "cached",
                "cost"));
        for (ModelUsage.Line line : lines) {
            Usage usage = line.usage();
            here.out().println(Printable.line(String.format(Locale.ROOT, ROW, line.day(), line.project(), usage.task(),
                    usage.model(), usage.asked(), usage.remembered(), usage.input() + usage.written(), usage.output(),
                    usage.cached(), dollars(usage.nanos()))));
        }
    }

    private static Map<String, Object> fields(List<ModelUsage.Line> lines, Meter.Total day, Meter.Total month, int waiting) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("usage", lines.stream().map(LlmUsage::fields).toList());
        fields.put("today_usd", day.nanos() / NANOS);
        fields.put("today_tokens", day.tokens());
        fields.put("month_usd", month.nanos() / NANOS);
        fields.put("entries_waiting", waiting);
        return fields;
    }

    private static Map<String, Object> fields(ModelUsage.Line line) {
        Usage usage = line.usage();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("day", line.day().toString());
        fields.put("project", line.project());
        fields.put("project_id", usage.project());
        fields.put("task", usage.task());
        fields.put("model", usage.model());
        fields.put("asked", usage.asked());
        fields.put("answers_known", usage.remembered());
        fields.put("input_tokens", usage.input());
        fields.put("output_tokens", usage.output());
        fields.put("cached_tokens", usage.cached());
        fields.put("cache_write_tokens", usage.written());
        fields.put("cost_usd", usage.nanos() / NANOS);
        return fields;
    }

    private static String dollars(long nanos) {
        return String.format(Locale.ROOT, "$%.4f", nanos / NANOS);
    }

    private static String limit(Settings settings, Key key) {
        int cents = settings.number(key);
        return cents == 0 ? "" : String.format(Locale.ROOT, " of $%.2f", cents / 100.0);
    }

    private static String tokens(Settings settings) {
        long most = Long.parseLong(settings.text(Keys.LLM_BUDGET_DAY_TOKENS));
        return most == 0 ? "" : String.format(Locale.ROOT, " of %,d", most);
    }
}
