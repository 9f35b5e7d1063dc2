package dev.buildlog.bench;

import dev.buildlog.bench.Distribution.Archive;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long commands take until they are done, and the service until it listens. */
final class StartUp {

    private static final String FLOOR = "floor";
    private static final String JVM = "a JVM that prints one line";
    private static final String CHANGE = "reward, by the service that runs";
    private static final String QUESTION = "status, while it runs";

    /** How many times the floor a question may take; a change through the service may take twice that. */
    private static final double QUESTION_TIMES = 1.3;

    /** Its status is made of rules, which it makes anew each time; measured for 100 entries when this project began. */
    private static final double PYTHON_RULES_SECONDS = 0.55;

    private StartUp() {}

    /** Something that is started, and how long that takes. */
    private interface Start {
        double millis(Archive archive) throws IOException, InterruptedException;
    }

    static void measure(Bench bench) throws IOException, InterruptedException {
        Distribution distribution = bench.distribution();
        Workspace journal = bench.synced(bench.plan().small());
        Floor floor = Floor.build(bench.scratch().resolve("floor"), distribution.picocli());
        Map<String, Start> starts = new LinkedHashMap<>();
        starts.put(FLOOR, archive -> Child.run(floor.command(archive)).millis());
        starts.put(JVM, archive -> Child.run(floor.jvm(archive)).millis());
        for (String question : List.of("--version", "--help", "list", "status")) {
            starts.put(question, archive -> Child.run(distribution.command(archive, journal, question)).millis());
        }
        starts.put("serve", archive -> {
            try (ServiceProcess service = ServiceProcess.start(distribution, archive, journal)) {
                return service.readyMillis();
            }
        });
        Map<String, Map<Archive, Samples>> measured = run(starts, bench.plan().runs());
        try (ServiceProcess service = ServiceProcess.start(distribution, Archive.ON, journal)) {
            Map<String, Start> meanwhile = new LinkedHashMap<>();
            meanwhile.put(CHANGE, archive -> Child.run(distribution.command(archive, journal, "reward", "accepted")).millis());
            meanwhile.put(QUESTION, archive -> Child.run(distribution.command(archive, journal, "status")).millis());
            measured.putAll(run(meanwhile, bench.plan().runs()));
        }
        report(bench, measured);
    }

    /** In turns, so that what else the machine does meets all alike; the first turn does not count. */
    private static Map<String, Map<Archive, Samples>> run(Map<String, Start> starts, int runs)
            throws IOException, InterruptedException {
        Map<String, Map<Archive, Samples>> measured = new LinkedHashMap<>();
        for (int turn = 0; turn <= runs; turn++) {
            Bench.say("starting everything, turn " + turn + " of " + runs);
            for (Map.Entry<String, Start> start : starts.entrySet()) {
                for (Archive archive : Archive.values()) {
                    double millis = start.getValue().millis(archive);
                    if (turn > 0) {
                        measured.computeIfAbsent(start.getKey(), name -> new EnumMap<>(Archive.class))
                                .computeIfAbsent(archive, key -> new Samples()).add(millis);
                    }
                }
            }
        }
        return measured;
    }

    private static void report(Bench bench, Map<String, Map<Archive, Samples>> measured) {
        Table table = new Table("start of", "without archive", "with archive", "times the floor, without", "with");
        double plain = measured.get(FLOOR).get(Archive.OFF).median();
        double archived = measured.get(FLOOR).get(Archive.ON).median();
        measured.forEach((name, samples) -> {
            double off = samples.get(Archive.OFF).median();
            double on = samples.get(Archive.ON).median();
            table.row(name, Figures.ms(off), Figures.ms(on), Figures.ratio(off, plain), Figures.ratio(on, archived));
            if (name.equals("serve")) {
                bench.report().aim(Aim.atMost("serve ready, with archive", 1.5, "s", on / 1_000));
            } else if (!List.of(FLOOR, JVM, CHANGE, QUESTION).contains(name)) {
                bench.report().aim(Aim.atMost(name + " beside the picocli floor, both with archive", QUESTION_TIMES, "x",
                        on / archived));
            }
        });
        bench.report().aim(Aim.atMost("status, with archive, beside the Python tool's rules", PYTHON_RULES_SECONDS, "s",
                measured.get("status").get(Archive.ON).median() / 1_000));
        double change = measured.get(CHANGE).get(Archive.ON).median();
        bench.report().aim(Aim.atMost("a change through a running service, beside the picocli floor", 2 * QUESTION_TIMES, "x",
                change / archived));
        bench.report().aim(Aim.atMost("the same beside status", 2, "x", change / measured.get(QUESTION).get(Archive.ON).median()));
        bench.report().section("Start-up", "Medians of " + bench.plan().runs() + " interleaved runs, from the start of"
                + " the launcher (a shell script) to the end of the process; `serve` to its line \"listens\". The"
                + " journal has " + bench.plan().small() + " entries. The floor is a picocli program of one option on"
                + " the flags of the launcher's short commands, started as `java` without a script, with an archive of"
                + " its own. The Python tool takes 134 ms for --help and 136 ms for list, and 0.55 s for"
                + " the rules of 100 entries, which its status begins with.", table);
    }
}
