package dev.buildlog.ledger;

import dev.buildlog.model.BuildlogException;

/** Another process held the ledger's lock for too long. Trying again helps. */
public final class LedgerBusyException extends BuildlogException {

    LedgerBusyException(String message, Throwable cause) {
        super(Kind.FAILED, message, cause);
    }
}
