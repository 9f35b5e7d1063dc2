package dev.buildlog.cli;

import dev.buildlog.render.PolicyFile;
import dev.buildlog.render.ExposureLog;
import dev.buildlog.config.Keys;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Policy;
import dev.buildlog.pipeline.DryRun;
import dev.buildlog.render.FileChange;
import dev.buildlog.render.FileTarget;
import dev.buildlog.render.LineDiff;
import dev.buildlog.render.Rendering;
import dev.buildlog.render.Share;
import dev.buildlog.render.Target;
import dev.buildlog.render.Targets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog render}: the rules in force into the agents' files. */
@Command(name = "render", description = {
    "Write the rules in force into the files that agents read.",
    "Without --target: those of the setting publish.targets. docs/targets.md lists all.",
    "Example: buildlog render --target cursor --diff"})
final class Render extends Verb {

    private static final int MOST_TOLD = 10;

    @Option(names = "--target", paramLabel = "NAME", description = "Write this target's file; may be given several times.")
    private List<String> names = List.of();

    @Option(names = "--check", description = "Write nothing; exit 1 when a file is stale.")
    private boolean check;

    @Option(names = "--dry-run", description = "Write nothing; say what would be done.")
    private boolean dryRun;

    @Option(names = "--diff", description = "Write nothing; print what would change.")
    private boolean diff;

    @Option(names = "--force", description = "Overwrite what somebody has edited in buildlog's part; a copy is kept aside.")
    private boolean force;

    @Option(names = "--revert", description = "Give the files the content they had before they were last rendered.")
    private boolean revert;

    @Option(names = "--draw", description = "Draw the rules anew by what is believed of them, then write.")
    private boolean draw;

    @Override
    int run(Workplace here) {
        boolean looks = check || dryRun || diff || revert;
        if (draw && looks) {
            throw new BuildlogException("--draw changes which rules are in force; leave out what only looks or goes back");
        }
        if (looks && !revert) {
            Optional<Policy> committed = CommittedPolicy.of(here);
            if (committed.isPresent()) {
                return render(here, CommittedPolicy.targets(here), committed.get(), ExposureLog.NONE);
            }
        }
        try (Assembly parts = open(here, looks)) {
            if (looks && !revert && parts.plan().isReadingDue()) {
                here.err().println("The journal has changed since it was last read, and so may the rules: buildlog sync");
                if (check) {
                    return ExitCode.FAILED;
                }
            }
            Logging.begin(here, Logging.level(here.verbosity()));
            try (DryRun dry = DryRun.open(parts.core(), here.root(), parts.settings(), parts.front())) {
                // before anything is drawn
                named(dry.targets(), names);
                return revert ? revert(here, dry)
                        : render(here, dry.targets(), looks ? dry.policy() : dry.choose(draw), parts.core().exposureLog());
            }
        }
    }

    /** What only looks must not bring the ledger up to date first: that would write the files. */
    private static Assembly open(Workplace here, boolean looks) {
        return looks
                ? Assembly.at(here)
                : FreshLedger.open(here).orElseThrow(() -> new BuildlogException(FreshLedger.NOTHING_HERE));
    }

    private int render(Workplace here, Targets targets, Policy policy, ExposureLog exposures) {
        boolean looks = check || dryRun || diff;
        Path root = Path.of(policy.request().root());
        int tokens = here.settings().number(Keys.PUBLISH_MAX_TOKENS);
        boolean stale = false;
        boolean failed = false;
        for (Share found : shares(here, targets, policy)) {
            Share share = found.withDefaultTokens(tokens);
            Target target = share.target();
            try {
                FileTarget file = new FileTarget(root, target).remembering(before(here));
                FileTarget.Look look = file.look(share.policy());
                boolean unchanged = look.rendering().change() instanceof FileChange.Unchanged;
                stale |= !unchanged;
                Rendering rendering = looks ? look.rendering() : file.render(share.policy(), force);
                if (diff) {
                    here.out().print(Printable.text(LineDiff.of(target.path(), look.existing(), look.after())));
                } else {
                    here.out().println(target.path() + ": " + (looks ? prospect(rendering.change()) : done(rendering.change())));
                }
                if (!looks) {
                    exposures.shown(policy, target, rendering.shown(policy, target));
                }
                tellLeftOut(here, target, rendering);
            } catch (BuildlogException e) {
                here.err().println(Printable.text(e.getMessage()));
                failed = true;
            }
        }
        if (here.settings().flag(Keys.PUBLISH_POLICY_FILE)) {
            stale |= !PolicyFile.isCurrent(policy);
            policyFile(here, policy, looks);
        }
        policy.leftOut().stream().limit(MOST_TOLD).forEach(one -> here.say(Printable.line(one.rule().id() + " " + one.reason()
                + ": " + one.rule().text())));
        if (policy.leftOut().size() > MOST_TOLD) {
            here.say("and " + (policy.leftOut().size() - MOST_TOLD) + " more: buildlog bandit status");
        }
        return failed || check && stale ? ExitCode.FAILED : ExitCode.DONE;
    }

    private void policyFile(Workplace here, Policy policy, boolean looks) {
        if (PolicyFile.isCurrent(policy)) {
            return;
        }
        if (!looks) {
            new PolicyFile().write(policy);
        }
        if (!diff) {
            here.out().println(PolicyFile.PATH + ": " + (looks ? "stale" : policy.rules().isEmpty() ? "removed" : "written"));
        }
    }

    private int revert(Workplace here, DryRun dry) {
        boolean failed = false;
        for (Target target : chosen(here, dry.targets())) {
            try {
                boolean done = new FileTarget(dry.root(), target).remembering(before(here)).revert(force);
                here.out().println(target.path() + ": " + (done ? "as before it was last rendered" : "nothing to go back to"));
            } catch (BuildlogException e) {
                here.err().println(Printable.text(e.getMessage()));
                failed = true;
            }
        }
        return failed ? ExitCode.FAILED : ExitCode.DONE;
    }

    /** The folder that the shipped render-sink uses too. */
    private static Path before(Workplace here) {
        return here.home().resolve("renders");
    }

    private List<Share> shares(Workplace here, Targets targets, Policy policy) {
        return names.isEmpty()
                ? Share.of(targets, configured(here), policy)
                : named(targets, names).stream().map(target -> Share.of(targets, target, policy)).toList();
    }

    /** The targets of the setting {@code publish.targets}. */
    static List<String> configured(Workplace here) {
        return Arrays.stream(here.settings().text(Keys.PUBLISH_TARGETS).split(",")).map(String::strip)
                .filter(name -> !name.isEmpty()).toList();
    }

    /** Who names a target has its file written, even where the same agent reads another one. */
    private List<Target> chosen(Workplace here, Targets targets) {
        return names.isEmpty()
                ? targets.withoutRepetition(configured(here))
                : named(targets, names);
    }

    private static void tellLeftOut(Workplace here, Target target, Rendering rendering) {
        if (!rendering.leftOut().isEmpty()) {
            here.say(target.path() + " has no room for these, its limit being " + rendering.limit() + ":");
            for (Candidate rule : rendering.leftOut()) {
                here.say("  " + rule.rule().id() + "  " + rule.rule().text());
            }
        }
    }

    private static String prospect(FileChange change) {
        if (change instanceof FileChange.Unchanged) {
            return "up to date";
        }
        String what = change instanceof FileChange.Written ? "stale"
                : change instanceof FileChange.FileRemoved ? "stale, would be removed" : "stale, has no rules any more";
        return change.edited() ? what + "; edited by hand, so only --force would write it" : what;
    }

    private static String done(FileChange change) {
        if (change instanceof FileChange.Unchanged) {
            return "up to date";
        }
        return change instanceof FileChange.Written ? "written"
                : change instanceof FileChange.FileRemoved ? "removed, it held nothing but rules" : "rules taken out";
    }
}
