package dev.buildlog.pipeline;

import dev.buildlog.model.Artifact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bean {@code outbox} of the emit route. */
public final class OutboxRows {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRows.class);

    /** Works since the last look, and how many of them a second, from which on somebody is waiting for answers. */
    private static final int MANY = 50;
    private static final int MANY_A_SECOND = 100;
    private static final long REST_MS = 1_000;

    private final LongSupplier written;
    private volatile String said = "";
    private long before;
    private long looked = System.nanoTime();

    /** @param written how much this process has written to the ledger so far */
    public OutboxRows(LongSupplier written) {
        this.written = written;
        this.before = written.getAsLong();
    }

    /**
     * For how many milliseconds to leave the disk to those who wait for an answer: dropping an artifact takes as much of it as
     * recording what it tells of, and nobody waits for it.
     */
    public synchronized long rest() {
        long works = written.getAsLong() - before;
        long now = System.nanoTime();
        double seconds = (now - looked) / 1e9;
        before += works;
        looked = now;
        return works >= MANY && works > MANY_A_SECOND * seconds ? REST_MS : 0;
    }

    /** A row of the outbox as an artifact. */
    public Artifact artifact(Map<String, Object> row) {
        return new Artifact((String) row.get("name"), (String) row.get("type"), (String) row.get("project_id"),
                (String) row.get("json"));
    }

    /** What one look at the outbox has dropped so far. */
    public static final class Look {

        private final List<Artifact> artifacts = new ArrayList<>();

        /** Name of the last artifact that was dropped; empty for none. */
        public String getLast() {
            return artifacts.isEmpty() ? "" : artifacts.get(artifacts.size() - 1).name();
        }

        /** What was dropped, in order. */
        public List<Artifact> getArtifacts() {
            return List.copyOf(artifacts);
        }
    }

    /** A look that has dropped nothing yet. */
    public Look look() {
        return new Look();
    }

    /** Notes that {@code artifact} is dropped. */
    public Artifact dropped(Artifact artifact, Look look) {
        look.artifacts.add(artifact);
        return artifact;
    }

    /** Says why artifacts wait, once for each reason. */
    public void waiting(Throwable cause) {
        String reason = Causes.of(cause).replaceFirst("\\S+[.]json", "an artifact");
        if (!reason.equals(said)) {
            said = reason;
            LOG.warn("emissions wait in the outbox: {}", reason);
        }
    }
}
