package dev.buildlog.seed;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The sources of a persona: a manifest in {@code .buildlog/sources/PERSONA} of a checkout, and the texts in {@code cache} beside
 * it.
 */
public final class Sources {

    private static final int DIGITS = 16;

    private final PersonaName persona;
    private final Path root;
    private final Path folder;
    private final Duration fresh;

    /**
     * @param root root of the checkout
     * @param fresh for how long a text counts as up to date
     */
    public Sources(Path root, PersonaName persona, Duration fresh) {
        this.persona = persona;
        this.root = root;
        this.folder = root.resolve(".buildlog/sources").resolve(persona.value());
        this.fresh = fresh;
    }

    /** The manifest; empty where there is none. Written as of the last change, so statuses may be out of date. */
    public Optional<Manifest> manifest() {
        Path file = file();
        Optional<Manifest> manifest = Confined.text(file).map(text -> ManifestText.read(file.toString(), text));
        manifest.filter(read -> !read.persona().equals(persona)).ifPresent(read -> {
            throw new BuildlogException(file + " is for the persona " + read.persona() + ": move it to " + folder.getParent()
                    .resolve(read.persona().value()));
        });
        return manifest;
    }

    /** The sources with their status at an instant. */
    public List<ManifestEntry> list(Instant now) {
        return manifest().map(Manifest::entries).orElse(List.of()).stream().map(entry -> asOf(entry, now)).toList();
    }

    /**
     * Adds a source.
     *
     * @return false, with nothing changed, if its address is there already
     * @throws BuildlogException naming everything that is wrong with it
     */
    public boolean add(Source source, Instant now) {
        List<String> complaints = source.complaints();
        if (!complaints.isEmpty()) {
            throw new BuildlogException(String.join("\n", complaints));
        }
        Manifest manifest = manifest().orElse(new Manifest(persona, now, now, List.of()));
        if (manifest.find(source.url()).isPresent()) {
            return false;
        }
        write(manifest.plus(source, now));
        return true;
    }

    /**
     * Fetches every source that {@code wanted} asks for, one after the other. One that fails keeps none of the others from being
     * fetched, and what was kept of it before stays.
     *
     * @return all sources as they are now
     */
    public List<ManifestEntry> fetch(Fetcher fetcher, Instant now, Predicate<ManifestEntry> wanted) {
        Manifest manifest = manifest().orElseThrow(() -> new BuildlogException("there are no sources of " + persona
                + " yet: add one with 'buildlog gauntlet sources add URL -p " + persona + "'"));
        for (ManifestEntry entry : manifest.entries()) {
            ManifestEntry current = asOf(entry, now);
            if (wanted.test(current)) {
                manifest = manifest.with(fetched(current, fetcher, now));
                write(manifest);
            }
        }
        return manifest.entries().stream().map(entry -> asOf(entry, now)).toList();
    }

    /** The text that is kept of a source; empty where none is. */
    public Optional<String> text(ManifestEntry entry) {
        return entry.contentHash().isEmpty() ? Optional.empty() : Confined.text(cache(entry));
    }

    private ManifestEntry fetched(ManifestEntry entry, Fetcher fetcher, Instant now) {
        Optional<String> kept = text(entry);
        boolean intact = kept.map(Sources::hash).filter(entry.contentHash()::equals).isPresent();
        try {
            Fetcher.Fetched fetched = fetcher.fetch(entry.source(), intact ? entry.etag() : "");
            if (!fetched.changed()) {
                return entry.cached(now, entry.contentHash(), entry.etag());
            }
            if (fetched.text().isBlank()) {
                throw new BuildlogException("it is empty");
            }
            String hash = hash(fetched.text());
            if (!intact || !hash.equals(entry.contentHash())) {
                AtomicFile.write(cache(entry), fetched.text().getBytes(StandardCharsets.UTF_8));
            }
            return entry.cached(now, hash, fetched.etag());
        } catch (BuildlogException e) {
            return entry.failed(e.getMessage(), kept.isPresent());
        }
    }

    private ManifestEntry asOf(ManifestEntry entry, Instant now) {
        if (entry.contentHash().isEmpty()) {
            return entry.status() == SourceStatus.FAILED ? entry : entry.withStatus(SourceStatus.PENDING);
        }
        Optional<String> kept = text(entry);
        if (kept.isEmpty()) {
            return ManifestEntry.pending(entry.source());
        }
        boolean old = entry.fetchedAt() == null || entry.fetchedAt().plus(fresh).isBefore(now);
        boolean changed = !hash(kept.get()).equals(entry.contentHash());
        return old || changed ? entry.withStatus(SourceStatus.STALE) : entry;
    }

    private Path file() {
        return Confined.below(root, folder.resolve("manifest.yaml"));
    }

    private Path cache(ManifestEntry entry) {
        return Confined.below(root, folder.resolve("cache").resolve(CacheName.of(entry.source().url())));
    }

    private void write(Manifest manifest) {
        AtomicFile.write(file(), ManifestText.write(manifest).getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String text) {
        return Sha256.of(text).substring(0, DIGITS);
    }
}
