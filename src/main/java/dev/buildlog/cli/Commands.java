package dev.buildlog.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/** Which commands there are. A new one is one class, its name and its line here. */
final class Commands {

    private static final List<String> NAMES = List.of("init", "new", "list", "sync", "distill", "skills", "stats", "render",
            "status", "diff", "queue", "promote", "reject", "retire", "unretire", "reopen",
            "commit", "verify", "update", "uninstall",
            "merge", "split", "set-text", "contradictions", "project", "reward", "bandit", "experiment", "serve", "emissions",
            "ingest-seeds", "import-seed",
            "routes", "trust", "token", "dead-letters", "rebuild", "migrate", "export", "import", "backup", "restore", "forget",
            "gc", "doctor", "config", "eval", "gauntlet", "llm", "scan", "warm-up");

    /** The command whose arguments are another program's. */
    private static final String HANDED_ON = "commit";

    private static final Set<String> WITH_VALUE = Set.of("-C", "--directory", "-D", "--set");

    private Commands() {}

    /**
     * The commands for these arguments: only the one they name, because reading the annotations of all would take
     * longer than most of them run; all of them where help or a guess may be needed.
     */
    static CommandLine line(Surroundings surroundings, String... arguments) {
        CommandLine line = new CommandLine(new Buildlog(surroundings));
        List<String> words = List.of(arguments);
        String named = named(words);
        if (named.equals(HANDED_ON)) {
            line.addSubcommand(named, new CommitWork(behind(words)));
        } else if (NAMES.contains(named)) {
            line.addSubcommand(named, command(named));
        } else if (!words.equals(List.of("--version")) && !words.equals(List.of("-V"))) {
            NAMES.forEach(name -> line.addSubcommand(name, command(name)));
        }
        return line;
    }

    /** What is left of the arguments for picocli: those of git are not for it to read, but for a call for help. */
    static String[] own(String... arguments) {
        List<String> words = List.of(arguments);
        List<String> behind = named(words).equals(HANDED_ON) ? behind(words) : List.of();
        return behind.isEmpty() || behind.equals(List.of("--help")) || behind.equals(List.of("-h"))
                ? arguments
                : words.subList(0, words.size() - behind.size()).toArray(String[]::new);
    }

    private static List<String> behind(List<String> words) {
        return words.subList(words.indexOf(HANDED_ON) + 1, words.size());
    }

    private static Object command(String name) {
        return switch (name) {
            case "init" -> new Init();
            case "new" -> new New();
            case "list" -> new ListEntries();
            case "sync" -> new SyncJournal();
            case "distill" -> new Distill();
            case "skills" -> new Skills();
            case "stats" -> new Stats();
            case "render" -> new Render();
            case "status" -> new Status();
            case "diff" -> new Diff();
            case "queue" -> new Queue();
            case "promote" -> new Promote();
            case "reject" -> new Reject();
            case "retire" -> new Retire();
            case "unretire" -> new Unretire();
            case "reopen" -> new Reopen();
            case "commit" -> new CommitWork(List.of());
            case "verify" -> new VerifyProject();
            case "update" -> new Update();
            case "uninstall" -> new Uninstall();
            case "merge" -> new Merge();
            case "split" -> new Split();
            case "set-text" -> new SetText();
            case "contradictions" -> new Contradictions();
            case "project" -> new ProjectVerbs();
            case "reward" -> new RewardWork();
            case "bandit" -> new Bandit();
            case "experiment" -> new Experiment();
            case "serve" -> new Serve();
            case "emissions" -> new Emissions();
            case "ingest-seeds" -> new IngestSeeds();
            case "import-seed" -> new ImportSeed();
            case "routes" -> new Routes();
            case "trust" -> new TrustParts();
            case "token" -> new Token();
            case "dead-letters" -> new DeadLetters();
            case "rebuild" -> new RebuildLedger();
            case "migrate" -> new MigrateLegacy();
            case "export" -> new ExportLedger();
            case "import" -> new ImportLedger();
            case "backup" -> new BackupLedger();
            case "restore" -> new RestoreLedger();
            case "forget" -> new Forget();
            case "gc" -> new CollectGarbage();
            case "doctor" -> new Doctor();
            case "config" -> new Config();
            case "eval" -> new Eval();
            case "gauntlet" -> new Gauntlet();
            case "llm" -> new Llm();
            case "scan" -> new Scan();
            case "warm-up" -> new WarmUp();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The first argument that is neither an option nor the value of one; empty where there is none. */
    private static String named(List<String> arguments) {
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            if (!argument.startsWith("-")) {
                return argument;
            }
            if (WITH_VALUE.contains(argument) && rest.hasNext()) {
                rest.next();
            }
        }
        return "";
    }
}
