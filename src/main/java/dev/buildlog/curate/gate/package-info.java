/**
 * What a rule's text must pass before an agent is shown it: an ordered list of small checks and the verdict they come to. Pure
 * functions of one text, bounded in its length. Which check stands where is said in {@link dev.buildlog.curate.gate.Checks}.
 *
 * <p>Calls no other package of buildlog.
 */
@NullMarked
package dev.buildlog.curate.gate;

import org.jspecify.annotations.NullMarked;
