package dev.buildlog.pipeline;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code journal:watch?root=/path&settle=100&sweep=60}: a source of entries, for the {@code journal-source} Kamelet. */
final class JournalComponent extends DefaultComponent {

    private final Function<Path, Capture> captures;

    JournalComponent(Function<Path, Capture> captures) {
        this.captures = captures;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        JournalEndpoint endpoint = new JournalEndpoint(uri, this, captures);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
