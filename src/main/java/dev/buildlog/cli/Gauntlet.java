package dev.buildlog.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code buildlog gauntlet}: reviews by personas and their rules. */
@Command(name = "gauntlet", description = "Have work reviewed by personas with curated rules, and make such rules.",
        subcommands = {GauntletList.class, GauntletRules.class, GauntletPrompt.class, GauntletLoop.class, GauntletIssues.class,
            GauntletAcceptRisk.class, GauntletCheck.class, GauntletReview.class, GauntletLearn.class, GauntletGenerate.class,
            GauntletSources.class})
final class Gauntlet implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, rules, prompt, loop, issues, accept-risk, check,"
                + " run, learn, generate or sources.");
    }
}
