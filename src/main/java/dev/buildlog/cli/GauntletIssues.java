package dev.buildlog.cli;

import dev.buildlog.ledger.ToldReviews.Found;
import dev.buildlog.model.Finding;
import dev.buildlog.model.Review;
import dev.buildlog.model.ReviewReceipt;
import dev.buildlog.model.ToldFinding;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog gauntlet issues}. */
@Command(name = "issues", description = {
    "Hand in what a review found, as JSON after the schema that `gauntlet loop` prints, and learn what to do next:",
    "fix_criticals, checkpoint_majors, checkpoint_minors or clean."})
final class GauntletIssues extends Verb {

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The findings; - or nothing for standard input.")
    private String file = "-";

    @Option(names = "--run", paramLabel = "ID", description = "The run that this is a review of. Default: the latest here.")
    private String run = "";

    @Option(names = "--source", description = "Who reports. Default: gauntlet.")
    private String source = "gauntlet";

    @Option(names = "--commit", paramLabel = "HASH", description = "The commit that was reviewed.")
    private String commit = "";

    @Option(names = "--id", description = "A name for this review: handed in again under the same name it counts once.")
    private @Nullable String id;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        List<Finding> findings = FindingsFile.read(here, file);
        String tree = GauntletPlace.tree(here);
        GauntletPlace.with(here, (parts, entrance) -> {
            ReviewReceipt receipt = entrance.doors().review(new Review(id == null ? "rev-" + UUID.randomUUID() : id,
                    parts.project(), "",
                    null, "", commit, source, GauntletPlace.runId(parts, run), tree, findings, parts.core().instant(),
                    here.origin()));
            List<ToldFinding> told = parts.core().toldReviews().find(parts.project(), receipt.review()).stream()
                    .flatMap(review -> review.findings().stream()).map(Found::finding).toList();
            RunReport.print(here, receipt, told, json);
            return receipt;
        });
        return ExitCode.DONE;
    }
}
