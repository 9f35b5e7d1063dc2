package dev.buildlog.extract;

/**
 * A text of a source and what its label says it is.
 *
 * @param detail what it is
 * @param passage what follows the label; without text where that stands in a list below
 */
record Labelled(Detail detail, Passage passage) {}
