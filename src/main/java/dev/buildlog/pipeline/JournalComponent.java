package dev.buildlog.pipeline;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code journal:watch?root=/path&settle=100&sweep=60}: a source of entries, for the {@code journal-source} Kamelet. */
final class JournalComponent extends DefaultComponent {

    private final Journals journals;

    JournalComponent(Journals journals) {
        this.journals = journals;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        JournalEndpoint endpoint = new JournalEndpoint(uri, this, journals);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
