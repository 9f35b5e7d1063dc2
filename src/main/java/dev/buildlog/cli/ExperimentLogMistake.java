package dev.buildlog.cli;

import dev.buildlog.learn.proof.Repeats.Match;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Mistake;
import dev.buildlog.model.MistakeReceipt;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code buildlog experiment log-mistake}. */
@Command(name = "log-mistake", description = {
    "Tell of a mistake, and see whether it was made before. Needs no session.",
    "Example: buildlog experiment log-mistake --error-class null-deref -d 'Unchecked map lookup' --severity medium"})
final class ExperimentLogMistake extends Verb {

    @Option(names = {"-e", "--error-class"}, required = true, description = "What kind of mistake it is.")
    private String errorClass = "";

    @Option(names = {"-d", "--description"}, required = true, description = "What went wrong.")
    private String description = "";

    @Option(names = "--severity", description = "low, medium, high or critical.")
    private String severity = "";

    @Option(names = {"-r", "--rule"}, paramLabel = "ID", description = "The rule that would have kept it from happening.")
    private String rule = "";

    @Option(names = {"-s", "--session"}, paramLabel = "ID", description = "Where it was made. Default: the session under way"
            + " here, if any.")
    private String session = "";

    @Option(names = "--agent", description = "Who made it.")
    private String agent = "";

    @Option(names = "--concept", paramLabel = "NAME", description = "What it has to do with; may be given several times.")
    private List<String> concepts = List.of();

    @Option(names = "--relation", paramLabel = "TYPE", description = "How it stands to an earlier one: escalation, same_pattern,"
            + " regression, caused_by or part_of.")
    private String relation = "";

    @Option(names = "--related-to", paramLabel = "ID", description = "That earlier one.")
    private String relatedTo = "";

    @Option(names = "--resolution", description = "What was done about it.")
    private String resolution = "";

    @Option(names = "--context", description = "Where it happened.")
    private String setting = "";

    @Option(names = "--id", description = "A name for this mistake: told again under the same name it counts once.")
    private @Nullable String id;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private MatcherOptions matcher = new MatcherOptions();

    @Override
    int run(Workplace here) throws IOException {
        MistakeReceipt receipt;
        Match repeats;
        try (Assembly parts = FreshLedger.open(here).orElseThrow(() -> new BuildlogException(FreshLedger.NOTHING_HERE))) {
            Logging.begin(here, Logging.level(here.verbosity()));
            Mistake mistake = new Mistake(id == null ? "mis-" + UUID.randomUUID().toString().replace("-", "").substring(0, 16)
                    : id, parts.project(), errorClass, severity, description, session, agent, here.root().toString(), rule,
                    concepts, relation, relatedTo, resolution, setting, parts.core().instant());
            try (Entrance entrance = Entrance.open(here, parts)) {
                receipt = entrance.doors().mistake(mistake);
            }
            repeats = parts.core().experiments().repeats(parts.project(), receipt.mistake(), matcher.matcher()).orElse(null);
        }
        tell(here, receipt, repeats);
        return ExitCode.DONE;
    }

    private void tell(Workplace here, MistakeReceipt receipt, @Nullable Match repeats) throws IOException {
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("mistake_id", receipt.mistake());
            fields.put("session_id", receipt.session());
            fields.put("error_class", receipt.errorClass());
            fields.put("was_repeat", repeats != null);
            if (repeats != null) {
                fields.put("similar_prior", repeats.earlier());
                fields.put("similarity", repeats.score());
            }
            Json.print(here.out(), fields);
        } else {
            here.out().println(Printable.line("Recorded " + receipt.mistake() + (receipt.session().isEmpty() ? ""
                    : " in session " + receipt.session()) + ". " + (repeats == null ? "It was not made before."
                            : String.format(Locale.ROOT, "It repeats %s (%.2f alike).", repeats.earlier(), repeats.score()))));
        }
    }
}
