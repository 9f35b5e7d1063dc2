package dev.buildlog.model;

import java.time.LocalDate;

/**
 * An insight that a live entry holds, with the entry it stands in: a row of {@code distill}.
 *
 * @param category category key
 * @param text the learning as a reader sees it
 * @param source path of the entry below the checkout's root
 * @param date day of the entry
 * @param title heading of the entry; empty where it has none
 * @param line first line of the learning in the entry, from 1
 */
public record SourcedInsight(String category, String text, String source, LocalDate date, String title, int line) {}
