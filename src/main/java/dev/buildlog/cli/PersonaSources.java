package dev.buildlog.cli;

import dev.buildlog.config.Keys;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.models.AnySources;
import dev.buildlog.models.FileSources;
import dev.buildlog.models.HttpSources;
import dev.buildlog.seed.Fetcher;
import dev.buildlog.seed.ManifestEntry;
import dev.buildlog.seed.PersonaName;
import dev.buildlog.seed.SourceStatus;
import dev.buildlog.seed.Sources;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** The sources of a persona at a workplace, and how they look to a person. */
record PersonaSources(Sources sources, Fetcher fetcher) {

    static PersonaSources at(Workplace here, PersonaName persona) {
        Sources sources = new Sources(here.root(), persona, Duration.ofDays(here.settings().number(Keys.SOURCES_FRESH_DAYS)));
        HttpSources.Limits limits = HttpSources.Limits.USUAL;
        return new PersonaSources(sources, new AnySources(new FileSources(here.root(), limits.bytes()),
                new HttpSources(limits, here.settings().flag(Keys.SOURCES_PRIVATE_HOSTS), trusted())));
    }

    private static SSLContext trusted() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new BuildlogException(BuildlogException.Kind.FAILED, "this Java has no TLS: " + e.getMessage(), e);
        }
    }

    /** Brings up to date what is not, or everything. */
    List<ManifestEntry> fetch(Workplace here, boolean everything) {
        return sources.fetch(fetcher, here.clock().instant(),
                entry -> everything || entry.status() != SourceStatus.CACHED);
    }

    static String line(ManifestEntry entry) {
        return String.format("%-8s  %s  (%s)%s", entry.status().key(), entry.source().url(), entry.source().name(),
                entry.error().isEmpty() ? "" : ": " + entry.error());
    }

    static Map<String, Object> fields(PersonaName persona, List<ManifestEntry> entries) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("persona", persona.value());
        fields.put("total", entries.size());
        for (SourceStatus status : SourceStatus.values()) {
            fields.put(status.key(), entries.stream().filter(entry -> entry.status() == status).count());
        }
        fields.put("sources", entries.stream().map(PersonaSources::fields).toList());
        return fields;
    }

    private static Map<String, Object> fields(ManifestEntry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", entry.source().name());
        fields.put("url", entry.source().url());
        fields.put("source_type", entry.source().type().key());
        fields.put("domain", entry.source().domain());
        fields.put("status", entry.status().key());
        if (entry.fetchedAt() != null) {
            fields.put("fetched_at", entry.fetchedAt());
        }
        if (!entry.error().isEmpty()) {
            fields.put("error", entry.error());
        }
        return fields;
    }
}
