package dev.buildlog.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Which commands there are. A new one is one class, its name and its line here. */
final class Commands {

    private static final List<String> NAMES = List.of("init", "new", "list", "sync", "distill", "skills", "stats", "overview",
            "viz", "render", "status", "explain", "rule", "diff", "queue", "promote", "reject", "retire", "unretire", "reopen",
            "commit", "verify", "update", "uninstall",
            "mcp", "mcp-test", "init-mcp",
            "merge", "split", "set-text", "contradictions", "project", "reward", "rewards", "bandit", "experiment", "serve",
            "service", "emissions", "ingest-seeds", "import-seed", "routes", "trust", "token", "dead-letters", "rebuild",
            "migrate", "export", "import", "backup", "forget", "gc", "doctor", "config", "eval", "gauntlet", "llm", "scan",
            "completion", "warm-up");

    /** The command whose arguments are another program's. */
    private static final String HANDED_ON = "commit";

    /** Questions whose options, where none is given, are what their fields say. */
    static final Set<String> BARE = Set.of("list", "status", "stats", "overview");

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
            line.addSubcommand(named, isHelp(words) ? command(named) : Groups.narrowed(command(named), named, named(behind(words,
                    named))));
        } else {
            NAMES.forEach(name -> line.addSubcommand(name, command(name)));
        }
        settle(line);
        if (isHelp(words)) {
            HelpTexts.into(line);
            line.setColorScheme(CommandLine.Help.defaultColorScheme(Colour.of(surroundings.environment())));
        }
        return line;
    }

    /**
     * The command that these arguments name and say nothing else of, if it is a question that is often asked so: there is nothing
     * to read then, and having picocli look at its options would take longer than answering. Null for all others.
     */
    static @Nullable Verb bare(String... arguments) {
        return arguments.length == 1 && BARE.contains(arguments[0]) ? (Verb) command(arguments[0]) : null;
    }

    /** Whether there is a command of this name. */
    static boolean knows(String name) {
        return NAMES.contains(name);
    }

    /** All commands with everything that is said of them, to be described; none is run. */
    static CommandLine all() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandLine line = new CommandLine(new Buildlog(new Surroundings(Path.of("/"), Path.of("/"), Map.of(),
                InputStream.nullInputStream(), nowhere, nowhere, Clock.systemUTC())));
        NAMES.forEach(name -> line.addSubcommand(name, command(name)));
        settle(line);
        HelpTexts.into(line);
        return line;
    }

    /** What holds for all commands; it reaches those that are there already. */
    private static void settle(CommandLine line) {
        line.registerConverter(LocalDate.class, new Day())
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }

    /** The arguments with the command's own words, where it was called by another name. */
    static String[] words(String... arguments) {
        List<String> words = List.of(arguments);
        String named = named(words);
        return OldNames.replaced(words, named.isEmpty() ? -1 : words.indexOf(named)).toArray(String[]::new);
    }

    /** What is left of the arguments for picocli: those of git are not for it to read, but for a call for help. */
    static String[] own(String... arguments) {
        List<String> words = List.of(arguments);
        List<String> behind = named(words).equals(HANDED_ON) ? behind(words) : List.of();
        return behind.isEmpty() || behind.equals(List.of("--help")) || behind.equals(List.of("-h"))
                ? arguments
                : words.subList(0, words.size() - behind.size()).toArray(String[]::new);
    }

    private static boolean isHelp(List<String> words) {
        return words.contains("--help") || words.contains("-h");
    }

    private static List<String> behind(List<String> words) {
        return behind(words, HANDED_ON);
    }

    private static List<String> behind(List<String> words, String word) {
        return words.subList(words.indexOf(word) + 1, words.size());
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
            case "overview" -> new Glance();
            case "viz" -> new Dashboard();
            case "render" -> new Render();
            case "status" -> new Status();
            case "explain" -> new Explain();
            case "rule" -> new LookUpRules();
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
            case "mcp" -> new Mcp();
            case "mcp-test" -> new McpTest();
            case "init-mcp" -> new InitMcp();
            case "merge" -> new Merge();
            case "split" -> new Split();
            case "set-text" -> new SetText();
            case "contradictions" -> new Contradictions();
            case "project" -> new ProjectVerbs();
            case "reward" -> new RewardWork();
            case "rewards" -> new RewardList();
            case "bandit" -> new Bandit();
            case "experiment" -> new Experiment();
            case "serve" -> new Serve();
            case "service" -> new ServiceVerbs();
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
            case "forget" -> new Forget();
            case "gc" -> new CollectGarbage();
            case "doctor" -> new Doctor();
            case "config" -> new Config();
            case "eval" -> new Eval();
            case "gauntlet" -> new Gauntlet();
            case "llm" -> new Llm();
            case "completion" -> new Completion();
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
