package dev.buildlog.cli;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * What every command logs: warnings, to stderr. A command that starts the pipeline adds the file and more levels: {@link
 * Logging}. In code, since reading it from XML takes a tenth of the time of a short command; whoever names a file of their own
 * with {@code -Dlogback.configurationFile} gets that.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class LoggingSetup extends ContextAwareBase implements Configurator {

    private static final Map<String, Level> LEVELS = Map.of(
            // how the libraries come and go is no news
            "org.apache.camel", Level.WARN,
            "com.zaxxer.hikari", Level.WARN,
            "org.flywaydb", Level.WARN,
            "ai.djl", Level.ERROR,
            // what is cut off by a stop is told by the strategy that does the stopping
            "org.apache.camel.impl.engine.DefaultInflightRepository", Level.ERROR,
            // OpenAPI has keywords that JSON Schema has not
            "com.networknt.schema", Level.ERROR);

    /**
     * Time, level, class and message of an event. A pattern would ask for the time zone before anything is logged, for whose
     * rules the JDK looks through the whole class path.
     */
    private static final class Line extends LayoutBase<ILoggingEvent> {

        @Override
        public String doLayout(ILoggingEvent event) {
            LocalTime time = LocalTime.ofInstant(event.getInstant(), ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
            String logger = event.getLoggerName();
            return String.format("%s %-5s %s: %s%n", ISO_LOCAL_TIME.format(time), event.getLevel(),
                    logger.substring(logger.lastIndexOf('.') + 1), event.getFormattedMessage());
        }
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(new Line());
        encoder.start();
        ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
        stderr.setContext(context);
        stderr.setName("stderr");
        stderr.setTarget("System.err");
        stderr.setEncoder(encoder);
        stderr.start();
        LEVELS.forEach((name, level) -> context.getLogger(name).setLevel(level));
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(stderr);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
