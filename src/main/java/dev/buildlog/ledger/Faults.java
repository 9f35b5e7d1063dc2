package dev.buildlog.ledger;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.BuildlogException.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What went wrong with the database, said so that a person can act on it. */
final class Faults {

    private Faults() {}

    static BuildlogException homeNotWritable(Path home, @Nullable Throwable cause) {
        return new BuildlogException(Kind.FAILED, "cannot write to buildlog's home " + home
                + ": make it writable, or name another folder in BUILDLOG_HOME", cause);
    }

    static BuildlogException newerSchema(Path file, int found, int known) {
        return new BuildlogException(file + " was written by a newer buildlog (schema " + found + ", this one knows " + known
                + "): update buildlog, or name another home in BUILDLOG_HOME. Nothing was changed");
    }

    static BuildlogException pythonDatabase(Path file) {
        return new BuildlogException(file + " is the database of the Python tool. 'buildlog migrate' takes over what is in it and"
                + " moves it aside; or name another home in BUILDLOG_HOME. Nothing was changed");
    }

    /** The fault behind a failed opening. */
    static RuntimeException opening(Path file, Exception error) {
        return error instanceof BuildlogException known ? known : translate(file.toString(), error);
    }

    /** The fault behind a failed statement, as a {@link BuildlogException} where the cause is known. */
    static RuntimeException translate(String file, Exception error) {
        SQLiteErrorCode code = code(error);
        String reason = switch (code) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> "is damaged: restore a copy of it, or move it (with its -wal and -shm files)"
                    + " away and run 'buildlog sync' in each repository. It was left as it is";
            case SQLITE_FULL -> "could not grow because the disk is full: make room, then repeat; nothing is half written";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM ->
                    "cannot be written: check its permissions, or name another home in BUILDLOG_HOME";
            default -> "";
        };
        if (code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED) {
            return new LedgerBusyException("the ledger " + file + " is busy: another process keeps it locked", error);
        }
        if (reason.isEmpty()) {
            return error instanceof RuntimeException runtime
                    ? runtime
                    : new BuildlogException(Kind.FAILED, "the ledger " + file + " failed: " + error.getMessage(), error);
        }
        return new BuildlogException(Kind.FAILED, "the ledger " + file + " " + reason, error);
    }

    private static SQLiteErrorCode code(Throwable error) {
        for (Throwable t = error; t != null; t = t.getCause()) {
            if (t instanceof SQLiteException sqlite) {
                // extended codes keep the primary code in their lowest byte
                return SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff);
            }
            if (t instanceof SQLException sql && sql.getErrorCode() > 0) {
                return SQLiteErrorCode.getErrorCode(sql.getErrorCode() & 0xff);
            }
        }
        return SQLiteErrorCode.UNKNOWN_ERROR;
    }
}
