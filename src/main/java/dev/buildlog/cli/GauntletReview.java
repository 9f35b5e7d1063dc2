package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Finding;
import dev.buildlog.model.IssuedRule;
import dev.buildlog.model.IssuedRun;
import dev.buildlog.model.PieceFindings;
import dev.buildlog.model.Review;
import dev.buildlog.model.ReviewPiece;
import dev.buildlog.model.ReviewReceipt;
import dev.buildlog.models.ReviewTarget;
import dev.buildlog.pipeline.Sync;
import dev.buildlog.review.Pieces;
import dev.buildlog.review.ReviewPrompt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code buildlog gauntlet run}. */
@Command(name = "run", description = {
    "Review TARGET with the language model of the settings: begin a run, ask for each persona and each piece of the target,",
    "check every finding, record the review and say what to do next. What is sent is redacted, and the budget holds."})
final class GauntletReview extends Verb {

    @Parameters(paramLabel = "TARGET", description = "What to review: a path, or a git range such as main..HEAD.")
    private String target = "";

    @Option(names = "--run", paramLabel = "ID", description = "A run that was begun before: this is its next review.")
    private String run = "";

    @Option(names = "--piece", paramLabel = "CHARACTERS", description = "Most characters of the target in one question. Default:"
            + " 24000.")
    private int most = 24_000;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    int run(Workplace here) throws IOException {
        if (most < 1_000) {
            throw new BuildlogException("--piece " + most + " is too small: a piece has at least 1000 characters");
        }
        ReviewTarget read = ReviewTarget.read(here.root(), here.directory(), target, here.environment());
        read.skipped().forEach(path -> here.say(path + " is no text, or larger than 1 MiB: it is not reviewed"));
        List<Pieces.Piece> pieces = Pieces.of(read.parts(), most);
        if (pieces.isEmpty()) {
            throw new BuildlogException("there is nothing to read in " + target);
        }
        GauntletPlace.personas(here);
        GauntletPlace.with(here, (parts, entrance) -> {
            IssuedRun issued = run.isEmpty() ? entrance.doors().begin(options.of(parts.project(),
                    here.root().toString(), target, read.tree(),
                    parts.core().instant())) : GauntletPlace.run(parts, run);
            here.say("Run " + issued.run() + ": " + issued.rules().size() + " rules, " + pieces.size()
                    + (pieces.size() == 1 ? " piece" : " pieces"));
            ReviewReceipt receipt = entrance.doors().review(new Review("rev-" + UUID.randomUUID(), parts.project(), "", null, "",
                    "", "gauntlet run", issued.run(), read.tree(), find(here, entrance.own(), issued, pieces),
                    parts.core().instant(), here.origin()));
            RunReport.print(here, receipt, parts.core().toldReviews().open(issued.run()), json);
            return receipt;
        });
        return ExitCode.DONE;
    }

    /** Asks for everything; one question without an answer ends it, since a review of a part would look like one of the whole. */
    private static List<Finding> find(Workplace here, Sync sync, IssuedRun issued, List<Pieces.Piece> pieces) {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, List<IssuedRule>> persona : ReviewPrompt.byPersona(issued.rules()).entrySet()) {
            for (Pieces.Piece piece : pieces) {
                here.say(persona.getKey() + " reads " + piece.name());
                PieceFindings found = sync.find(new ReviewPiece(issued.project(), persona.getKey(), persona.getValue(),
                        piece.name(), piece.files(), piece.text()));
                found.remarks().forEach(here::say);
                findings.addAll(found.findings());
            }
        }
        return findings;
    }
}
