package dev.buildlog.pipeline;

import java.nio.file.Path;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One watched journal. */
public final class JournalEndpoint extends DefaultEndpoint {

    private final Journals journals;
    private String root = "";
    private long settle = 100;
    private long sweep = 60;

    JournalEndpoint(String uri, JournalComponent component, Journals journals) {
        super(uri, component);
        this.journals = journals;
    }

    /** Absolute path of the checkout. */
    public void setRoot(String root) {
        this.root = root;
    }

    /** Milliseconds without a change before a file is read. */
    public void setSettle(long settle) {
        this.settle = settle;
    }

    /** Seconds between sweeps over the whole journal. */
    public void setSweep(long sweep) {
        this.sweep = sweep;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (root.isEmpty()) {
            throw new IllegalArgumentException("journal: needs the parameter root");
        }
        JournalConsumer consumer = new JournalConsumer(this, processor, journals, Path.of(root), settle, sweep);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new IllegalArgumentException("journal: is a source and cannot be sent to");
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
