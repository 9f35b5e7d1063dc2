package dev.buildlog.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Rewards over HTTP: one after the other, and from many connections at once. Each is on disk before it is answered. */
final class Rewarding {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONNECTIONS = 64;
    private static final int WARM_UP = 10_000;
    private static final int ALONE = 1_000;
    private static final int TOGETHER = 10_000;

    private final ServiceProcess service;
    private final String secret;
    private final String project;

    private Rewarding(ServiceProcess service, String secret, String project) {
        this.service = service;
        this.secret = secret;
        this.project = project;
    }

    static void measure(Bench bench) throws IOException, InterruptedException {
        Workspace workspace = bench.synced(bench.plan().small());
        try (ServiceProcess service = ServiceProcess.start(bench.distribution(), Distribution.Archive.ON, workspace)) {
            service.awaitQuiet();
            String secret = Files.readString(workspace.home().resolve("secret")).strip();
            JsonNode known = JSON.readTree(URI.create(service.url() + "/api/v1/projects").toURL());
            String project = "/api/v1/projects/" + known.at("/projects/0/id").asText();
            JsonNode rules = JSON.readTree(URI.create(service.url() + project + "/rules").toURL()).get("rules");
            Rewarding rewarding = new Rewarding(service, secret, project);
            Bench.say("posting reviews");
            String cited = "\"" + rules.get(0).get("id").asText() + "\", \"" + rules.get(1).get("id").asText() + "\"";
            List<String> reviews = rewarding.reviews(WARM_UP + ALONE + TOGETHER, cited);
            Bench.say("posting rewards");
            rewarding.rewards(reviews.subList(0, WARM_UP), CONNECTIONS);
            service.awaitQuiet();
            Load alone = rewarding.rewards(reviews.subList(WARM_UP, WARM_UP + ALONE), 1);
            service.awaitQuiet();
            Load together = rewarding.rewards(reviews.subList(WARM_UP + ALONE, reviews.size()), CONNECTIONS);
            report(bench.report(), alone, together);
        }
    }

    private static void report(Report report, Load alone, Load together) {
        report.aim(Aim.atMost("one reward over HTTP, synced, p99 alone", 25, "ms", alone.latency.quantile(0.99)));
        report.aim(Aim.atMost("the same from " + CONNECTIONS + " connections at once, time for each (2,000 a second)", 0.5, "ms",
                1_000 / together.perSecond()));
        Table table = new Table("connections", "rewards", "a second", "median", "p99", "longest");
        for (Load load : List.of(alone, together)) {
            table.row(load == alone ? 1 : CONNECTIONS, load.latency.size(), Figures.of(load.perSecond()),
                    Figures.ms(load.latency.median()), Figures.ms(load.latency.quantile(0.99)), Figures.ms(load.latency.max()));
        }
        report.section("Rewards over HTTP", "Each names a review of its own, which cited two rules, and is answered after its"
                + " transaction is synced. After " + WARM_UP + " untimed ones. Client and service share the machine; the agents'"
                + " files are written meanwhile, as they always are.", table);
    }

    /**
     * What was measured of requests of one kind.
     *
     * @param latency of each, in ms
     * @param seconds for all of them
     */
    private record Load(Samples latency, double seconds) {

        double perSecond() {
            return latency.size() / seconds;
        }
    }

    private List<String> reviews(int number, String cited) throws IOException, InterruptedException {
        String body = "{\"findings\": [{\"severity\": \"minor\", \"description\": \"Measured\", \"rules_consulted\": [" + cited
                + "]}]}";
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            bodies.add(body);
        }
        Queue<String> reviews = new ConcurrentLinkedQueue<>();
        post("/reviews", bodies, CONNECTIONS, reviews);
        List<String> ids = new ArrayList<>();
        for (String review : reviews) {
            ids.add(JSON.readTree(review).get("review").asText());
        }
        return ids;
    }

    private Load rewards(List<String> reviews, int connections) throws IOException, InterruptedException {
        return post("/rewards", reviews.stream()
                .map(review -> "{\"outcome\": \"accepted\", \"review\": \"" + review + "\"}").toList(), connections,
                new ConcurrentLinkedQueue<>());
    }

    private Load post(String path, List<String> bodies, int connections, Queue<String> answers)
            throws IOException, InterruptedException {
        Queue<String> left = new ConcurrentLinkedQueue<>(bodies);
        ExecutorService callers = Executors.newFixedThreadPool(connections);
        try {
            List<Callable<List<Double>>> work = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                work.add(() -> call(path, left, answers));
            }
            long begin = System.nanoTime();
            Samples latency = new Samples();
            for (Future<List<Double>> done : callers.invokeAll(work)) {
                done.get().forEach(latency::add);
            }
            return new Load(latency, (System.nanoTime() - begin) / 1e9);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            callers.shutdownNow();
        }
    }

    private List<Double> call(String path, Queue<String> left, Queue<String> answers) throws IOException {
        List<Double> millis = new ArrayList<>();
        try (Caller caller = new Caller(service.url(), secret)) {
            for (String body = left.poll(); body != null; body = left.poll()) {
                long begin = System.nanoTime();
                answers.add(caller.post(project + path, body));
                millis.add((System.nanoTime() - begin) / 1e6);
            }
        }
        return millis;
    }
}
