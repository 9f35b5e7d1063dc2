package dev.buildlog.journal;

import java.time.LocalDate;

/**
 * A line of {@code buildlog list}.
 *
 * @param name file name of the entry
 * @param date day of the entry
 * @param title its heading; {@code (untitled)} where it has none yet, {@code (unreadable)} where it cannot be read
 */
public record Listed(String name, LocalDate date, String title) {}
