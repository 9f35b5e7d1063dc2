package dev.buildlog.pipeline;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.pipeline.validate.SourceFile;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.component.properties.PropertiesComponent;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;

/**
 * One Camel context, made of one set of {@link Parts} and never changed afterwards: when a file changes, a new pipeline takes
 * over and the old one finishes what it has in hand.
 */
final class Pipeline implements AutoCloseable {

    /** Placeholder for the folder with the target descriptors. */
    static final String TARGETS = "buildlog.targets";

    private static final String CAPTURE = "capture";

    private final Main main;
    private final ProducerTemplate template;
    private final List<AutoCloseable> resources;
    private final ReadWriteLock entering = new ReentrantReadWriteLock();
    private boolean closed;

    private Pipeline(Main main, List<AutoCloseable> resources) {
        this.main = main;
        this.resources = resources;
        this.template = main.getCamelContext().createProducerTemplate();
    }

    /**
     * What a pipeline is to be.
     *
     * @param name name of the context, in logs and metrics
     * @param parts route files, Kamelets and jars
     * @param properties values of {@code {{buildlog...}}} placeholders
     * @param beans beans the routes name
     * @param watched roots of the checkouts whose journal is watched
     * @param withoutGroups groups of routes to leave out
     */
    record Plan(String name, Parts parts, Map<String, String> properties, Map<String, Object> beans, List<Path> watched,
            Set<String> withoutGroups) {}

    /**
     * Starts a pipeline; when this returns, its doors are open and its journals are watched.
     *
     * @throws BuildlogException if Camel refuses a file, naming it; nothing is left running
     */
    static Pipeline start(Plan plan, Core core) {
        List<AutoCloseable> resources = new ArrayList<>();
        Main main = new Main();
        // the process is stopped by whoever started it; a second hook for SIGTERM would pull the routes away meanwhile
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        MainConfigurationProperties configuration = main.configure();
        configuration.setName(plan.name());
        configuration.setJmxEnabled(false);
        configuration.setAutoConfigurationLogSummary(false);
        configuration.setStartupSummaryLevel(StartupSummaryLevel.Off);
        configuration.setShutdownTimeout(20);
        configuration.setSourceLocationEnabled(true);
        configuration.setRoutesCollectorEnabled(false);
        main.setDefaultPropertyPlaceholderLocation("false");
        Properties properties = new Properties();
        properties.putAll(plan.properties());
        properties.put(TARGETS, LoadedFiles.copy(plan.parts().targets(), resources).toString());
        main.setOverrideProperties(properties);
        plan.beans().forEach(main::bind);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeInitialize(BaseMainSupport support) {
                useJars(support.getCamelContext(), plan.parts(), resources);
                ownSettingsFirst(support.getCamelContext());
            }

            @Override
            public void afterConfigure(BaseMainSupport support) {
                load(support.getCamelContext(), plan);
            }
        });
        try {
            main.start();
            return new Pipeline(main, resources);
        } catch (Exception e) {
            close(main, resources);
            throw e instanceof BuildlogException known ? known : refusal(plan, e);
        }
    }

    /** Camel would take {@code BUILDLOG_PUBLISH_AUTO} of the environment before a setting that an option has overridden. */
    private static void ownSettingsFirst(CamelContext context) {
        PropertiesComponent properties = (PropertiesComponent) context.getPropertiesComponent();
        properties.setEnvironmentVariableMode(PropertiesComponent.ENVIRONMENT_VARIABLES_MODE_FALLBACK);
        properties.setSystemPropertiesMode(PropertiesComponent.SYSTEM_PROPERTIES_MODE_FALLBACK);
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    /**
     * Sends {@code message} through {@code direct:door} and returns when the route is done with it; false, with nothing done, if
     * this pipeline is closing.
     */
    boolean enter(String door, Object message) {
        return take(() -> template.sendBody("direct:" + door, message));
    }

    /** As {@link #enter(String, Object)}, and hands what the route answers to {@code answer}; null where that is nothing. */
    boolean enter(String door, Object message, Consumer<@Nullable Object> answer) {
        return take(() -> answer.accept(template.requestBody("direct:" + door, message)));
    }

    private boolean take(Runnable message) {
        entering.readLock().lock();
        try {
            if (closed) {
                return false;
            }
            message.run();
            return true;
        } finally {
            entering.readLock().unlock();
        }
    }

    /** Sends {@code message} through {@code direct:door} and returns what the route answers; null where that is nothing. */
    @Nullable Object ask(String door, Object message) {
        return template.requestBody("direct:" + door, message);
    }

    /** Whether a route begins at {@code direct:name}. */
    boolean has(String name) {
        return route(name).isPresent();
    }

    /** Stops the route that begins at {@code direct:door} when it is done with what it has in hand. */
    void finish(String door) {
        route(door).ifPresent(route -> {
            try {
                context().getRouteController().stopRoute(route.getRouteId());
            } catch (Exception e) {
                throw new BuildlogException(BuildlogException.Kind.FAILED, "route " + route.getRouteId()
                        + " did not stop cleanly: " + Causes.of(e), e);
            }
        });
    }

    private Optional<Route> route(String door) {
        return context().getRoutes().stream()
                .filter(route -> route.getEndpoint().getEndpointUri().equals("direct://" + door)).findFirst();
    }

    /** Finishes what is in hand, then stops. */
    @Override
    public void close() {
        entering.writeLock().lock();
        closed = true;
        entering.writeLock().unlock();
        close(main, resources);
    }

    private static void useJars(CamelContext context, Parts parts, List<AutoCloseable> resources) {
        if (!parts.jars().isEmpty()) {
            URLClassLoader loader = LoadedFiles.loader(parts.jars(), Pipeline.class.getClassLoader(), resources);
            context.setApplicationContextClassLoader(loader);
            context.getClassResolver().addClassLoader(loader);
        }
    }

    private static void load(CamelContext context, Plan plan) {
        try {
            List<Resource> files = new ArrayList<>();
            plan.parts().kamelets().forEach(file -> files.add(resource(file)));
            plan.parts().routes().forEach(file -> files.add(resource(file)));
            PluginHelper.getRoutesLoader(context).loadRoutes(files);
            Model model = context.getCamelContextExtension().getContextPlugin(Model.class);
            for (RouteDefinition route : List.copyOf(model.getRouteDefinitions())) {
                if (route.getGroup() != null && plan.withoutGroups().contains(route.getGroup())) {
                    model.removeRouteDefinition(route);
                }
            }
            if (!plan.watched().isEmpty() && model.getRouteTemplateDefinition(CAPTURE) == null) {
                throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "no file in routes/ has a route template"
                        + " with the id 'capture', so no journal can be watched: put capture.camel.yaml back", null);
            }
            int number = 0;
            for (Path root : plan.watched()) {
                context.addRouteFromTemplate(CAPTURE + "-" + ++number, CAPTURE, Map.of("root", root.toString()));
            }
        } catch (BuildlogException e) {
            throw e;
        } catch (Exception e) {
            throw refusal(plan, e);
        }
    }

    private static Resource resource(SourceFile file) {
        return ResourceHelper.fromBytes("file:" + file.path(), file.text().getBytes(StandardCharsets.UTF_8));
    }

    private static BuildlogException refusal(Plan plan, Exception e) {
        return new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "the routes of " + plan.name()
                + " do not start: " + Causes.of(e), e);
    }

    private static void close(Main main, List<AutoCloseable> resources) {
        try {
            main.stop();
            for (AutoCloseable resource : resources) {
                resource.close();
            }
        } catch (Exception e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, "a pipeline did not stop cleanly: " + Causes.of(e), e);
        }
    }
}
