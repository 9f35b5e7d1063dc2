package dev.buildlog.curate.gate;

/**
 * One thing that a check has found.
 *
 * @param check id of the check
 * @param action what becomes of the text because of it
 * @param message what it is, as the end of a sentence that begins with "the text": "has ..."; every character in it can be seen
 * @param at where it begins in the text as written, in UTF-16 units from 0; the beginning of the text where that is not known
 */
public record Offence(String check, Action action, String message, int at) {}
