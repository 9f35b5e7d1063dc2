package dev.buildlog.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One observed version of an entry: the message of {@code direct:entry}, enriched by each step of the learn route.
 *
 * @param project id of the project
 * @param holder the checkout and branch it was seen in, or {@link Holder#SUBMISSION}
 * @param path path below the checkout's root with forward slashes ({@code buildlog/2026-01-10-auth.md}), or a submitted key
 * @param date day of the entry, from its name or its submission
 * @param contentHash SHA-256 in lower-case hex of the bytes as they were read, before redaction; empty once removed
 * @param text the Markdown, without byte-order mark and with line feeds only; empty once removed
 * @param removed whether the holder no longer has the entry
 * @param observedAt when reading began; of two observations of one holder the later one counts
 * @param title heading of the entry; empty where it has none
 * @param insights what the steps so far have taken from the text, in order of their lines
 * @param remarks what the steps so far left, and why
 * @param postponed whether a step could not be taken now, so that the entry should pass through the routes again later
 * @param origin by which way it came, of {@link Origin}
 */
public record EntryVersion(
        String project,
        Holder holder,
        String path,
        LocalDate date,
        String contentHash,
        String text,
        boolean removed,
        Instant observedAt,
        String title,
        List<Insight> insights,
        List<Remark> remarks,
        boolean postponed,
        String origin) {

    public EntryVersion {
        // messages of earlier versions have none
        String told = Objects.requireNonNullElse(origin, "");
        String usual = holder.isSubmission() ? Origin.SUBMISSION : Origin.JOURNAL;
        origin = told.isEmpty() ? usual : told;
        insights = List.copyOf(insights);
        remarks = List.copyOf(remarks);
    }

    /** A version as it enters the door: nothing extracted yet. */
    public static EntryVersion of(
            String project, Holder holder, String path, LocalDate date, String contentHash, String text, Instant at) {
        return new EntryVersion(project, holder, path, date, contentHash, text, false, at, "", List.of(), List.of(),
                false, "");
    }

    /** The news that {@code holder} no longer has the entry. */
    public static EntryVersion removed(String project, Holder holder, String path, LocalDate date, Instant at) {
        return new EntryVersion(project, holder, path, date, "", "", true, at, "", List.of(), List.of(), false, "");
    }

    public EntryVersion withText(String newText) {
        return new EntryVersion(project, holder, path, date, contentHash, newText, removed, observedAt, title, insights,
                remarks, postponed, origin);
    }

    public EntryVersion withTitle(String newTitle) {
        return new EntryVersion(project, holder, path, date, contentHash, text, removed, observedAt, newTitle, insights,
                remarks, postponed, origin);
    }

    public EntryVersion withInsights(List<Insight> newInsights) {
        return new EntryVersion(project, holder, path, date, contentHash, text, removed, observedAt, title, newInsights,
                remarks, postponed, origin);
    }

    /** This version with remarks added to those it has. */
    public EntryVersion plusRemarks(List<Remark> more) {
        List<Remark> all = new ArrayList<>(remarks);
        all.addAll(more);
        return new EntryVersion(project, holder, path, date, contentHash, text, removed, observedAt, title, insights, all,
                postponed, origin);
    }

    /** This version, to be sent through the routes again later. */
    public EntryVersion postpone() {
        return new EntryVersion(project, holder, path, date, contentHash, text, removed, observedAt, title, insights,
                remarks, true, origin);
    }

    /** This version as it came by another way. */
    public EntryVersion withOrigin(String newOrigin) {
        return new EntryVersion(project, holder, path, date, contentHash, text, removed, observedAt, title, insights,
                remarks, postponed, newOrigin);
    }
}
