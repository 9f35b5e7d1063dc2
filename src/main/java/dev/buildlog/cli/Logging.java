package dev.buildlog.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import dev.buildlog.files.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Logging of the commands that start the pipeline. The others log warnings to stderr and make no file. */
final class Logging {

    /** Under this name a process remembers that it logs: of the commands that an MCP server runs the first decides how. */
    private static final String BEGUN = "dev.buildlog.cli.logging";

    private Logging() {}

    static Path file(Path home) {
        return home.resolve("logs").resolve("buildlog.log");
    }

    /**
     * Logs from INFO up to the home's log file (at most seven of 5 MB are kept), and to stderr what {@code stderr} asks
     * for. A home that cannot be written to costs the file, not the service.
     */
    static void begin(Workplace here, Level stderr) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        if (context.getObject(BEGUN) != null) {
            return;
        }
        context.putObject(BEGUN, true);
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(stderr.isGreaterOrEqual(Level.INFO) ? Level.INFO : stderr);
        ThresholdFilter threshold = new ThresholdFilter();
        threshold.setLevel(stderr.levelStr);
        threshold.start();
        root.getAppender("stderr").addFilter(threshold);
        try {
            Files.createDirectories(file(here.home()).getParent());
            root.addAppender(rolling(context, file(here.home())));
        } catch (IOException e) {
            here.say("No log file: " + AtomicFile.reason(e) + ". Make " + here.home() + " writable to get one.");
        }
    }

    /** How much of the log a command shows on stderr unless it has reason to show more. */
    static Level level(Verbosity verbosity) {
        return switch (verbosity) {
            case QUIET -> Level.ERROR;
            case NORMAL -> Level.WARN;
            case VERBOSE -> Level.INFO;
        };
    }

    private static RollingFileAppender<ILoggingEvent> rolling(LoggerContext context, Path file) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{40}: %msg%n");
        encoder.start();

        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName("file");
        appender.setFile(file.toString());
        appender.setEncoder(encoder);

        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(file.resolveSibling("buildlog.%d{yyyy-MM-dd}.%i.log").toString());
        policy.setMaxFileSize(new FileSize(5 * FileSize.MB_COEFFICIENT));
        policy.setMaxHistory(7);
        policy.setTotalSizeCap(new FileSize(35 * FileSize.MB_COEFFICIENT));
        policy.start();

        appender.setRollingPolicy(policy);
        appender.setTriggeringPolicy(policy);
        appender.start();
        return appender;
    }
}
