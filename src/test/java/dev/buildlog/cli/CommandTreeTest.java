package dev.buildlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.cli.CommandReference.Entry;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What holds for every command. */
class CommandTreeTest {

    /** Commands that print nothing a program would read, or whose result is a file, a script or another program's. */
    private static final Set<String> WITHOUT_JSON = Set.of("commit", "render", "serve",
            "gauntlet sources add", "service install", "service start", "service stop", "service logs",
            "routes eject", "token revoke", "dead-letters show", "dead-letters replay", "project rename", "project merge",
            "backup restore", "forget", "completion", "mcp");

    private final List<Entry> entries = CommandReference.entries();

    private static String words(Entry entry) {
        return entry.name().substring("buildlog".length()).strip();
    }

    @Test
    void everyCommandHasAnExampleThatNamesItAndCanBeRead() {
        assertThat(entries).hasSizeGreaterThan(70);
        for (Entry entry : entries) {
            assertThat(entry.examples()).as(entry.name()).isNotEmpty().allMatch(example ->
                    example.startsWith(entry.group() ? "buildlog " : entry.name()));
            assertThat(entry.does()).as(entry.name()).isNotBlank();
        }
    }

    /** Only the verb that is run is read of a group, so a group must not have anything else. */
    @Test
    void aVerbOfAGroupHasTheSameOptionsAloneAsAmongAllOthers() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Surroundings here = new Surroundings(Path.of("/"), Path.of("/"), Map.of(), InputStream.nullInputStream(), nowhere, nowhere,
                Clock.systemUTC());
        List<Entry> verbs = entries.stream().filter(entry -> words(entry).contains(" ")).toList();
        assertThat(verbs).hasSizeGreaterThan(30);
        for (Entry entry : verbs) {
            String[] words = words(entry).split(" ");
            CommandLine line = Commands.line(here, words);
            for (String word : words) {
                line = line.getSubcommands().get(word);
            }
            assertThat(line.getCommandSpec().optionsMap().keySet()).as(entry.name())
                    .isEqualTo(entry.spec().optionsMap().keySet());
            assertThat(line.getCommandSpec().qualifiedName()).isEqualTo(entry.name());
        }
        assertThat(Commands.line(here, "gauntlet", "rules").getSubcommands().get("gauntlet").getSubcommands())
                .containsOnlyKeys("rules");
        assertThat(Commands.line(here, "gauntlet", "rulse").getSubcommands().get("gauntlet").getSubcommands())
                .hasSizeGreaterThan(5);
    }

    @Test
    void helpShowsTheExample() {
        Desk desk = new Desk(Path.of("").toAbsolutePath(), Path.of("target/no-home"), Path.of("").toAbsolutePath());
        for (Entry entry : entries) {
            String[] call = (words(entry) + " --help").strip().split(" ");
            assertThat(desk.run(call)).as(entry.name()).isEqualTo(ExitCode.DONE);
            // lines are broken behind a slash too
            assertThat(desk.out().replaceAll("\\s+", "")).as(entry.name()).contains(("Usage: " + entry.name()).replace(" ", ""),
                    ("Example: " + entry.examples().get(0)).replace(" ", ""));
            assertThat(desk.err()).as(entry.name()).isEmpty();
        }
    }

    @Test
    void whatPrintsResultsPrintsThemForProgramsToo() {
        Set<String> without = entries.stream().filter(entry -> !entry.group() || entry.spec().userObject() instanceof Verb)
                .filter(entry -> entry.json().isEmpty()
                        && (entry.spec().findOption("--format") == null || !offersJson(entry.spec().findOption("--format"))))
                .map(CommandTreeTest::words).collect(Collectors.toCollection(TreeSet::new));
        assertThat(without).isSubsetOf(WITHOUT_JSON);
    }

    private static boolean offersJson(CommandLine.Model.OptionSpec format) {
        return String.join(" ", format.description()).contains("json");
    }

    @Test
    void theShapeOfItIsSaid() {
        entries.stream().filter(entry -> !entry.json().isEmpty()).forEach(entry ->
                assertThat(entry.json()).as(entry.name()).matches("(?i)(With --list, )?Print JSON(, and ask nothing)?: .*"));
    }

    @Test
    void noTwoCommandsHaveOneNameAndOtherNamesLeadSomewhere() {
        Set<String> names = entries.stream().map(CommandTreeTest::words).collect(Collectors.toSet());
        assertThat(names).hasSameSizeAs(entries).doesNotContainAnyElementsOf(OldNames.WORDS.keySet());
        OldNames.WORDS.forEach((old, words) -> {
            if (!words.get(0).equals("emissions") || names.contains("emissions")) {
                assertThat(names).as(old).contains(String.join(" ", words));
            }
        });
    }

    @Test
    void aQuestionThatIsOnlyNamedIsAskedAsIfItsOptionsHadBeenRead() {
        for (String name : Commands.BARE) {
            CommandLine parsed = Commands.all();
            parsed.parseArgs(name);
            assertThat(Commands.bare(name)).as(name).isNotNull();
            assertThat(values(parsed.getSubcommands().get(name))).as(name)
                    .isEqualTo(values(Commands.all().getSubcommands().get(name)))
                    .doesNotContainKey("");
            assertThat(parsed.getSubcommands().get(name).getCommandSpec().positionalParameters()).as(name).isEmpty();
            assertThat(Commands.bare(name, "--json")).as(name).isNull();
        }
        assertThat(Commands.bare("sync")).isNull();
    }

    private static Map<String, String> values(CommandLine command) {
        return command.getCommandSpec().options().stream().collect(Collectors.toMap(
                CommandLine.Model.OptionSpec::longestName, one -> String.valueOf((Object) one.getValue())));
    }

    @Test
    void nearNamesAreGuessed() {
        Desk desk = new Desk(Path.of("").toAbsolutePath(), Path.of("target/no-home"), Path.of("").toAbsolutePath());
        assertThat(desk.run("statsu")).isEqualTo(ExitCode.USAGE);
        assertThat(desk.err()).contains("buildlog stats");
        assertThat(desk.run("gauntlet", "lop")).isEqualTo(ExitCode.USAGE);
        assertThat(desk.err()).contains("loop");
        assertThat(desk.run("status", "--jsn")).isEqualTo(ExitCode.USAGE);
        assertThat(desk.err()).contains("--json");
        assertThat(desk.run("gauntlet", "rules", "-p", "security_karne")).isEqualTo(ExitCode.FAILED);
        assertThat(desk.err()).contains("did you mean 'security_karen'");
    }

    @Test
    void completionsAreScriptsThatTheirShellsRead(@TempDir Path folder) throws Exception {
        Desk desk = new Desk(folder, folder, Path.of("").toAbsolutePath());
        desk.run("completion", "bash");
        assertThat(desk.out()).contains("accept-risk", "complete -F").doesNotContain("warm-up");
        Path script = Files.writeString(folder.resolve("buildlog.bash"), desk.out());
        Process bash = new ProcessBuilder("bash", "-c", "source \"$1\" && type _complete_buildlog >/dev/null"
                + " && COMP_WORDS=(buildlog gauntlet l) COMP_CWORD=2 && _complete_buildlog && echo \"${COMPREPLY[*]}\"", "-",
                script.toString()).redirectErrorStream(true).start();
        String said = new String(bash.getInputStream().readAllBytes());
        assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Arrays.asList(said.strip().split("\\s+"))).as(said).contains("list", "loop", "learn");

        desk.run("completion", "fish");
        assertThat(desk.out()).contains("complete -c buildlog -f -n '__buildlog_at gauntlet' -a 'loop'",
                "complete -c buildlog -n '__buildlog_in gauntlet loop' -l 'json'".replace("'json'", "json"));
        assertThat(desk.out().lines().filter(line -> line.startsWith("complete "))).allSatisfy(line ->
                assertThat(line.replace("\\\\", "").replace("\\'", "").chars().filter(c -> c == '\'').count() % 2).as(line)
                        .isZero());
        assertThat(desk.run("completion", "tcsh")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void everyCommandHasAManualPage() {
        var pages = ManPages.pages();
        assertThat(pages).hasSameSizeAs(entries).containsKeys("buildlog.1", "buildlog-gauntlet-loop.1");
        assertThat(pages.get("buildlog-gauntlet-loop.1")).startsWith(".TH \"BUILDLOG-GAUNTLET-LOOP\" \"1\"")
                .contains(".SH SYNOPSIS", "\\-\\-stop\\-at LEVEL", ".SH EXAMPLES\n.nf\nbuildlog gauntlet loop main..HEAD");
        // what begins with a dot is a request, and only these are meant
        assertThat(pages.values()).allSatisfy(page -> assertThat(page.lines().filter(line -> line.startsWith(".")))
                .allMatch(line -> line.matches("\\.(TH|SH|TP|B|nf|fi)( .*)?")));
    }
}
