package dev.buildlog.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code buildlog warm-up}: does in a scratch folder what commands of a kind usually do, so that a JVM that watches can
 * archive the classes they load. The launcher runs it in the background.
 */
@Command(name = "warm-up", hidden = true, description = "Load what commands of a kind load.")
final class WarmUp extends Verb {

    private static final List<String> PIPELINE = List.of(
            "org.apache.camel.main.Main",
            "org.apache.camel.impl.DefaultCamelContext",
            "org.apache.camel.dsl.yaml.YamlRoutesBuilderLoader",
            "org.apache.camel.component.kamelet.KameletComponent",
            "org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "com.zaxxer.hikari.HikariDataSource",
            "org.flywaydb.core.Flyway",
            "org.sqlite.JDBC");

    private enum Kind {
        SHORT,
        SERVICE
    }

    @Parameters(paramLabel = "KIND", description = "short or service.")
    private Kind kind = Kind.SHORT;

    @Override
    int run(Workplace here) throws IOException, ClassNotFoundException {
        Files.createDirectories(here.home());
        Path scratch = Files.createTempDirectory(here.home(), "warm-up");
        shortCommands(here, scratch);
        if (kind == Kind.SERVICE) {
            service();
        }
        return ExitCode.DONE;
    }

    private static void shortCommands(Workplace here, Path scratch) {
        Map<String, String> environment = new HashMap<>(here.environment());
        environment.put("BUILDLOG_HOME", scratch.resolve("home").toString());
        List<String> commands = List.of(
                "--version", "--help", "init", "new first", "new second --quick", "list", "list --json",
                "config set publish.auto low", "config list --origin", "config get publish.auto --json", "list");
        for (String command : commands) {
            new Main(scratch, here.install(), environment, InputStream.nullInputStream(),
                    OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), here.clock()).run(command.split(" "));
        }
    }

    private static void service() throws ClassNotFoundException {
        for (String name : PIPELINE) {
            Class.forName(name);
        }
    }
}
