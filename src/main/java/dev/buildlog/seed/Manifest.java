package dev.buildlog.seed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sources of one persona.
 *
 * @param persona whose sources these are
 * @param createdAt when the first was added
 * @param updatedAt when the list last changed
 * @param entries in the order in which they were added; that is also their precedence
 */
public record Manifest(PersonaName persona, Instant createdAt, Instant updatedAt, List<ManifestEntry> entries) {

    public Manifest {
        entries = List.copyOf(entries);
    }

    /** The entry with this address. */
    public Optional<ManifestEntry> find(String url) {
        return entries.stream().filter(entry -> entry.source().url().equals(url)).findFirst();
    }

    Manifest plus(Source source, Instant at) {
        List<ManifestEntry> more = new ArrayList<>(entries);
        more.add(ManifestEntry.pending(source));
        return new Manifest(persona, createdAt, at, more);
    }

    /** With {@code changed} in place of the entry of the same address. */
    Manifest with(ManifestEntry changed) {
        return new Manifest(persona, createdAt, updatedAt, entries.stream()
                .map(entry -> entry.source().url().equals(changed.source().url()) ? changed : entry).toList());
    }
}
