package dev.buildlog.cli;

import dev.buildlog.ledger.Passages;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.RuleState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog queue}: the rules about which a person is asked. */
@Command(name = "queue", description = {
    "Go through the rules that wait: new ones, those the journal words otherwise than they were promoted, and those the gate"
            + " keeps back. Each is shown with what it rests on.",
    "In a terminal it asks about one after the other; elsewhere it lists them."})
final class Queue extends Verb {

    /** What the gate keeps back comes last, the best supported first. */
    private static final Comparator<Overview.Item> PROMISING_FIRST = Comparator
            .comparing((Overview.Item item) -> item.state() == RuleState.QUARANTINED)
            .thenComparing(item -> item.candidate().confidence().score(), Comparator.reverseOrder())
            .thenComparing(item -> item.candidate().rule().text());

    @Option(names = "--json", description = "Print JSON, and ask nothing.")
    private boolean json;

    @Option(names = "--ask", description = "Ask even where no terminal is; answers come from standard input, one a line.")
    private boolean ask;

    /** @param passages where it stands in the journal */
    record Waiting(Overview.Item item, List<Passages.Passage> passages) {}

    @Override
    int run(Workplace here) throws IOException {
        try (Assembly parts = FreshLedger.open(here).orElseThrow(() -> new BuildlogException(FreshLedger.NOTHING_HERE))) {
            Passages passages = new Passages(parts.core().ledger());
            List<Waiting> waiting = new ArrayList<>();
            Overview.of(here, parts).rules().stream().filter(Overview.Item::waits).sorted(PROMISING_FIRST).forEach(item ->
                    waiting.add(new Waiting(item, passages.of(item.candidate().rule()))));
            if (json) {
                Json.print(here.out(), waiting.stream().map(Queue::fields).toList());
            } else if (waiting.isEmpty()) {
                here.out().println("Nothing waits.");
            } else if (ask || Terminal.isThere()) {
                Logging.begin(here, Logging.level(here.verbosity()));
                new QueueTalk(here, parts).about(waiting);
            } else {
                waiting.forEach(one -> here.out().println(shown(one)));
                here.out().println("Decide with `buildlog promote`, `reject` or `merge`, or run this in a terminal.");
            }
        }
        return ExitCode.DONE;
    }

    private static Map<String, Object> fields(Waiting waiting) {
        Map<String, Object> fields = new LinkedHashMap<>(RuleFields.of(waiting.item()));
        fields.put("evidence", waiting.passages().stream().map(passage -> {
            Map<String, Object> place = new LinkedHashMap<>();
            place.put("path", passage.path());
            place.put("line", passage.line());
            place.put("quote", passage.quote());
            return place;
        }).toList());
        return fields;
    }

    /** A rule with all a person needs to decide about it. */
    static String shown(Waiting waiting) {
        Overview.Item item = waiting.item();
        StringBuilder text = new StringBuilder(RuleFields.line(item).strip()).append('\n');
        if (item.candidate().isChanged()) {
            text.append("    the journal now says: ").append(Escaped.of(item.candidate().terms().pending())).append('\n');
        }
        if (!item.stopped().isEmpty()) {
            text.append("    kept back: it ").append(Escaped.of(item.stopped())).append('\n');
        }
        if (!item.candidate().hearsay().isEmpty()) {
            text.append("    ").append(RuleFields.needsAPerson(item.candidate())).append('\n');
        }
        waiting.passages().forEach(passage -> text.append("    ").append(Escaped.of(passage.path())).append(':')
                .append(passage.line()).append("  ").append(Escaped.of(passage.quote())).append('\n'));
        return text.toString();
    }
}
