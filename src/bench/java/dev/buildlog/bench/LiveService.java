package dev.buildlog.bench;

import dev.buildlog.bench.ServiceProcess.RouteTime;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The running service: latency, work, memory, and what it uses while nothing happens. */
final class LiveService {

    private static final int UNTIMED_EDITS = 20;

    private final Bench bench;
    private final Plan plan;
    private final Report report;

    private LiveService(Bench bench) {
        this.bench = bench;
        this.plan = bench.plan();
        this.report = bench.report();
    }

    /**
     * What was found at one size.
     *
     * @param first latency in ms of the first edit after the start
     * @param latency of the timed edits, in ms
     * @param learn the route from the door to the commit
     * @param select the route that writes the agents' files
     * @param cpuMillis processor time of the whole process for each timed edit
     * @param idlePercent of one core
     * @param sweptMiB memory after the first sweep
     * @param editedMiB memory after the edits
     * @param mostMiB most memory at any moment
     * @param agentsKiB size of CLAUDE.md in the end
     */
    private record Found(int entries, double first, Samples latency, RouteTime learn, RouteTime select,
            double cpuMillis, double idlePercent, double sweptMiB, double editedMiB, double mostMiB,
            double agentsKiB) {}

    static void measure(Bench bench) throws IOException, InterruptedException {
        LiveService service = new LiveService(bench);
        Found small = service.observe(bench.plan().small());
        Found large = service.observe(bench.plan().large());
        service.report(small, large);
    }

    private Found observe(int entries) throws IOException, InterruptedException {
        Workspace workspace = bench.synced(entries);
        Edits edits = new Edits(workspace);
        try (ServiceProcess service = ServiceProcess.start(bench.distribution(), Distribution.Archive.ON, workspace)) {
            service.awaitQuiet();
            double swept = service.memoryMiB("VmRSS");
            Bench.say("watching the idle service on " + entries + " entries");
            double idle = idlePercent(service);
            Bench.say("saving entries of " + entries);
            double first = edits.one();
            for (int edit = 1; edit < UNTIMED_EDITS; edit++) {
                edits.one();
            }
            RouteTime learn = service.route("learn");
            RouteTime select = service.route("select");
            double cpu = service.cpuMillis();
            Samples latency = new Samples();
            for (int edit = 0; edit < plan.edits(); edit++) {
                latency.add(edits.one());
            }
            // what follows the last file
            TimeUnit.SECONDS.sleep(1);
            return new Found(entries, first, latency, service.route("learn").minus(learn),
                    service.route("select").minus(select), (service.cpuMillis() - cpu) / plan.edits(), idle, swept,
                    service.memoryMiB("VmRSS"), service.memoryMiB("VmHWM"),
                    Files.size(workspace.agents()) / 1_024.0);
        }
    }

    private double idlePercent(ServiceProcess service) throws InterruptedException {
        double cpu = service.cpuMillis();
        TimeUnit.SECONDS.sleep(plan.idleSeconds());
        return (service.cpuMillis() - cpu) / plan.idleSeconds() / 10;
    }

    private void report(Found small, Found large) {
        List<Found> both = List.of(small, large);
        report.aim(Aim.atMost("one changed entry at " + large.entries + ": from the door to the commit", 50, "ms",
                large.learn.mean()));
        report.aim(Aim.atMost("the same, times that at " + small.entries, 1.5, "x",
                large.learn.mean() / small.learn.mean()));
        report.aim(Aim.atMost("one changed entry at " + large.entries
                + ": processor time of everything, agents' files included", 50, "ms", large.cpuMillis));
        report.aim(Aim.atMost("the same, times that at " + small.entries, 1.5, "x",
                large.cpuMillis / small.cpuMillis));
        for (Found found : both) {
            String what = "saved to rendered at " + found.entries;
            report.aim(Aim.below(what + ", median", 500, "ms", found.latency.median()));
            report.aim(Aim.below(what + ", p99", 1_000, "ms", found.latency.quantile(0.99)));
        }
        report.aim(Aim.below("idle at " + large.entries + " files, of one core", 1, "%", large.idlePercent));
        report.aim(Aim.below("memory of the service at " + large.entries + ", most", 300, "MiB", large.mostMiB));
        work(both);
        latency(both);
        rest(both);
    }

    private void work(List<Found> both) {
        Table table = new Table("entries", "door to commit", "agents' files", "processor time", "CLAUDE.md");
        both.forEach(found -> table.row(found.entries, Figures.ms(found.learn.mean()), Figures.ms(found.select.mean()),
                Figures.ms(found.cpuMillis), Figures.of(found.agentsKiB) + " KiB"));
        report.section("One changed entry in the service", "Means over " + plan.edits() + " saved entries after "
                + UNTIMED_EDITS + " untimed ones; a learning is added, or takes the place of another, in turns."
                + " Door to commit is the time of the route `learn` (one synced transaction), agents' files that of"
                + " `select` (every rule of the project, two files); both from `/observe/metrics`."
                + " Processor time is that of the whole process, compilers and timers included.", table);
    }

    private void latency(List<Found> both) {
        Table table = new Table("entries", "first after the start", "median", "p90", "p99", "longest");
        both.forEach(found -> table.row(found.entries, Figures.ms(found.first), Figures.ms(found.latency.median()),
                Figures.ms(found.latency.quantile(0.9)), Figures.ms(found.latency.quantile(0.99)),
                Figures.ms(found.latency.max())));
        report.section("Saved to rendered", "From the moment before an entry is written and renamed until its new"
                + " learning is read from CLAUDE.md, looked for every 2 ms; " + plan.edits() + " random entries."
                + " Of it, 150 ms are deliberate: 100 until a file counts as settled, 50 until a burst counts as over.",
                table);
    }

    private void rest(List<Found> both) {
        Table table = new Table("entries", "idle, of one core", "after the first sweep", "after the edits", "most");
        both.forEach(found -> table.row(found.entries, Figures.of(found.idlePercent) + " %", mib(found.sweptMiB),
                mib(found.editedMiB), mib(found.mostMiB)));
        report.section("At rest, and memory", "Processor time of the process over " + plan.idleSeconds() + " s in which"
                + " nothing changes (a sweep comes every 60 s); memory as the system counts it (resident set).", table);
    }

    private static String mib(double value) {
        return Figures.of(value) + " MiB";
    }
}
