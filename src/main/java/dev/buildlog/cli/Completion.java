package dev.buildlog.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code buildlog completion}: scripts by which shells complete commands and options. */
@Command(name = "completion", description = {
    "Print a script that completes commands and options: for bash or zsh `source <(buildlog completion bash)` in ~/.bashrc or"
        + " ~/.zshrc, for fish `buildlog completion fish > ~/.config/fish/completions/buildlog.fish`.",
    "Example: buildlog completion bash"})
final class Completion extends Verb {

    private enum Shell {
        BASH,
        ZSH,
        FISH
    }

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Shell shell = Shell.BASH;

    @Override
    int run(Workplace here) {
        CommandLine all = Commands.all();
        // the script of picocli is for both: under zsh it turns on what understands bash's
        here.out().print(shell == Shell.FISH ? FishCompletion.script(all.getCommandSpec()) : AutoComplete.bash("buildlog", all));
        return ExitCode.DONE;
    }
}
