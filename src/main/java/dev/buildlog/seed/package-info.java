/**
 * Rules out of authoritative sources: the manifest of a persona's sources and their cache, candidate rules made into a seed file,
 * and seed files read and written. Declares the {@code Fetcher} that brings a source here.
 *
 * <p>May call {@code model}, {@code files}, {@code curate} and {@code emission}; knows neither
 * network nor clock, and no files but those below the folders it is given.
 */
@NullMarked
package dev.buildlog.seed;

import org.jspecify.annotations.NullMarked;
