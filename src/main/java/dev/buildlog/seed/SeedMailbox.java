package dev.buildlog.seed;

import dev.buildlog.model.SeedReceipt;
import java.nio.file.Path;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders through which seed files come in; stands behind the Kamelet {@code seed-source}. */
public final class SeedMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(SeedMailbox.class);

    private Path interop = Path.of("");
    private volatile String said = "";

    /** The file that says who drops seed files, and where. */
    public void setInterop(String interop) {
        this.interop = Path.of(interop);
    }

    /** What has arrived by now. */
    public SeedInbox open(Date now) {
        return SeedInbox.open(Interop.read(interop, Interop.person()), now.toInstant());
    }

    /** Moves away what the route is done with. */
    public void settle(SeedReceipt receipt, SeedInbox inbox, Date now) {
        inbox.settle(receipt, now.toInstant());
        said = "";
    }

    /** Brings back what the route could not take. */
    public void close(@Nullable SeedInbox inbox) {
        if (inbox != null) {
            inbox.close();
        }
    }

    /** Says why seed files wait, once for each reason. */
    public void waiting(Throwable cause) {
        String reason = String.valueOf(cause.getMessage());
        if (!reason.equals(said)) {
            said = reason;
            LOG.warn("seed files wait: {}", reason);
        }
    }
}
