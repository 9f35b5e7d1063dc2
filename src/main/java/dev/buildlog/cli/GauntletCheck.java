package dev.buildlog.cli;

import dev.buildlog.ledger.Clearances.Clearance;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.review.RunFields;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog gauntlet check}. */
@Command(name = "check", description = {
    "Say whether the git tree as it is now has passed: the last review that saw it ended clean, or somebody answers for what it",
    "left. Exit code 0 if so, else 1. Any change of a file makes another tree."})
final class GauntletCheck extends Verb {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    int run(Workplace here) throws IOException {
        String tree = GauntletPlace.tree(here);
        if (tree.isEmpty()) {
            throw new BuildlogException("there is no git tree here that a review could have seen: this works in a git repository,"
                    + " with the program git");
        }
        LocalDate today = LocalDate.ofInstant(here.clock().instant(), ZoneOffset.UTC);
        Clearance clearance = GauntletPlace.ask(here, parts -> parts.core().clearances().of(parts.project(), tree, today));
        String state = clearance.state().name().toLowerCase(Locale.ROOT);
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("state", state);
            fields.put("passed", clearance.passed());
            fields.put("tree", tree);
            fields.put("run", clearance.run());
            fields.put("target", clearance.target());
            fields.put("open", clearance.open().stream().map(RunFields::of).toList());
            Json.print(here.out(), fields);
        } else {
            clearance.open().forEach(finding -> here.out().println(RunReport.line(finding)));
            here.out().println(Printable.line(state + ": " + switch (clearance.state()) {
                case CLEAN -> "run " + clearance.run() + " reviewed " + clearance.target() + " and ended clean.";
                case ACCEPTED -> "somebody answers for what run " + clearance.run() + " left.";
                case OPEN -> "run " + clearance.run() + " found what stands above.";
                case UNSEEN -> "no review has seen tree " + tree + "; begin with `buildlog gauntlet loop TARGET`.";
            }));
        }
        return clearance.passed() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
