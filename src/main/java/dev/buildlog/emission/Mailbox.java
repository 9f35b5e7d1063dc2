package dev.buildlog.emission;

import dev.buildlog.model.Deliveries;
import java.nio.file.Path;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders through which artifacts come in; stands behind the Kamelet {@code emission-source}. */
public final class Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    private Path folder = Path.of("");
    private Path work = Path.of("");
    private Path processed = Path.of("");
    private Path failed = Path.of("");
    private volatile String said = "";

    /** Where artifacts arrive. */
    public void setFolder(String folder) {
        this.folder = Path.of(folder);
    }

    /** Where files are while a consumer has them. */
    public void setWork(String work) {
        this.work = Path.of(work);
    }

    /** Where artifacts go that were taken in. */
    public void setProcessed(String processed) {
        this.processed = Path.of(processed);
    }

    /** Where artifacts go that cannot be. */
    public void setFailed(String failed) {
        this.failed = Path.of(failed);
    }

    /** What has arrived by now. */
    public Inbox open(Date now) {
        return Inbox.open(folder, work, now.toInstant());
    }

    /** Moves away what the route is done with. */
    public void settle(Deliveries done, Inbox inbox, Date now) {
        new Outcomes(processed, failed).settle(inbox, done, now.toInstant());
        said = "";
    }

    /** Brings back what the route could not take. */
    public void close(@Nullable Inbox inbox) {
        if (inbox != null) {
            inbox.close();
        }
    }

    /** Says why artifacts wait, once for each reason. */
    public void waiting(Throwable cause) {
        String reason = String.valueOf(cause.getMessage());
        if (!reason.equals(said)) {
            said = reason;
            LOG.warn("artifacts wait in {}: {}", folder, reason);
        }
    }
}
