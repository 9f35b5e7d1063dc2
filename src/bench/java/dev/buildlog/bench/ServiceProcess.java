package dev.buildlog.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A running {@code serve}. */
final class ServiceProcess implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("buildlog listens on (http://\\S+)");
    private static final int QUIET_MILLIS_A_SECOND = 50;

    private final Process process;
    private final String url;
    private final double readyMillis;

    private ServiceProcess(Process process, String url, double readyMillis) {
        this.process = process;
        this.url = url;
        this.readyMillis = readyMillis;
    }

    /** Starts a service on a free port; it listens when this returns. */
    static ServiceProcess start(Distribution distribution, Distribution.Archive archive, Workspace workspace)
            throws IOException {
        ProcessBuilder builder = distribution.command(archive, workspace, "serve", "--port", "0");
        Path errors = workspace.folder().resolve("serve.err");
        long begin = System.nanoTime();
        Process process = Child.start(builder.redirectError(errors.toFile()));
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher listens = LISTENS.matcher(line);
            if (listens.matches()) {
                double millis = (System.nanoTime() - begin) / 1e6;
                Thread rest = new Thread(() -> drain(process));
                rest.setDaemon(true);
                rest.start();
                return new ServiceProcess(process, listens.group(1), millis);
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the service did not start: " + Files.readString(errors).strip());
    }

    String url() {
        return url;
    }

    double readyMillis() {
        return readyMillis;
    }

    /** Processor time used so far, in milliseconds (steps of 10). */
    double cpuMillis() {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElseThrow();
    }

    /** A size from {@code /proc}, in MiB: {@code VmRSS} (in memory now) or {@code VmHWM} (at most so far). */
    double memoryMiB(String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_024)
                    .findFirst().orElseThrow();
        }
    }

    /** Time spent in a route and the number of messages that passed it. */
    record RouteTime(double millis, long messages) {

        RouteTime minus(RouteTime before) {
            return new RouteTime(millis - before.millis, messages - before.messages);
        }

        double mean() {
            return millis / messages;
        }
    }

    /** As {@code /observe/metrics} has it. */
    RouteTime route(String id) throws IOException {
        try (InputStream answer = URI.create(url + "/observe/metrics").toURL().openStream()) {
            String figures = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            return new RouteTime(sum(figures, "sum", id) * 1_000, Math.round(sum(figures, "count", id)));
        }
    }

    private static double sum(String figures, String kind, String route) {
        return figures.lines()
                .filter(line -> line.startsWith("camel_route_policy_seconds_" + kind)
                        && line.contains("routeId=\"" + route + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Waits until the first sweep and what follows it are done: three quiet seconds on end. */
    void awaitQuiet() throws InterruptedException {
        int quiet = 0;
        for (int second = 0; quiet < 3; second++) {
            if (second == 120) {
                throw new IllegalStateException("the service does not come to rest");
            }
            double before = cpuMillis();
            TimeUnit.SECONDS.sleep(1);
            quiet = cpuMillis() - before < QUIET_MILLIS_A_SECOND ? quiet + 1 : 0;
        }
    }

    /** Stops it as a person would, and by force if that does not help. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void drain(Process process) {
        try {
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // it has ended
        }
    }
}
