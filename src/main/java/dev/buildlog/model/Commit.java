package dev.buildlog.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A commit: the message of {@code direct:commit}.
 *
 * @param project id of the project
 * @param hash full hash in lower-case hex
 * @param branch it was made on; empty if nobody says
 * @param date day of the commit where it was made
 * @param at when it was made
 * @param message in full, line feeds only
 * @param files what it changed against its first parent, sorted by path
 * @param origin by which way word of it came, of {@link Origin}; empty if nobody says
 */
public record Commit(String project, String hash, String branch, LocalDate date, Instant at, String message,
        List<ChangedFile> files, String origin) {

    private static final int SHORT_HASH = 7;

    public Commit {
        files = List.copyOf(files);
        // messages of earlier versions have none
        origin = Objects.requireNonNullElse(origin, "");
    }

    /** A commit as git has it. */
    public Commit(String project, String hash, String branch, LocalDate date, Instant at, String message,
            List<ChangedFile> files) {
        this(project, hash, branch, date, at, message, files, "");
    }

    /** First line of the message. */
    public String subject() {
        return message.lines().findFirst().orElse("").strip();
    }

    /** First seven digits of the hash. */
    public String shortHash() {
        return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
    }

    public int added() {
        return files.stream().mapToInt(ChangedFile::added).sum();
    }

    public int removed() {
        return files.stream().mapToInt(ChangedFile::removed).sum();
    }

    /** This commit of the project of this id. */
    public Commit of(String newProject) {
        return new Commit(newProject, hash, branch, date, at, message, files, origin);
    }

    public Commit withMessage(String newMessage) {
        return new Commit(project, hash, branch, date, at, newMessage, files, origin);
    }

    public Commit withOrigin(String newOrigin) {
        return new Commit(project, hash, branch, date, at, message, files, newOrigin);
    }
}
