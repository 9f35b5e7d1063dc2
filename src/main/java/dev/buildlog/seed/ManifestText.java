package dev.buildlog.seed;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.Node;

/** A manifest as YAML. The name of a cache file stands there for people; it is found by the address, never by what is written. */
final class ManifestText {

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    private ManifestText(String file) {
        this.file = file;
    }

    /** @throws BuildlogException with one line for each thing that is wrong */
    static Manifest read(String file, String text) {
        ManifestText reader = new ManifestText(file);
        Node document = YamlText.read(file, text, reader.problems);
        YamlMap top = document == null ? null : YamlMap.of(file, document, "a manifest", reader.problems);
        Manifest manifest = top == null ? null : reader.manifest(top);
        if (manifest == null || !reader.problems.isEmpty()) {
            throw new BuildlogException(reader.problems.stream().distinct()
                    .sorted(Comparator.comparingInt(Problem::line)).map(Problem::toString)
                    .collect(Collectors.joining("\n")));
        }
        return manifest;
    }

    private @Nullable Manifest manifest(YamlMap top) {
        String persona = top.required("persona", "name the persona whose sources these are");
        PersonaName.complaint(persona).ifPresent(complaint -> top.problem("persona", "'" + persona + "' " + complaint));
        Instant created = instant(top, "created_at");
        Instant updated = instant(top, "updated_at");
        List<ManifestEntry> entries = new ArrayList<>();
        Set<String> urls = new HashSet<>();
        for (Node item : top.items("entries")) {
            YamlMap entry = YamlMap.of(file, item, "a source", problems);
            if (entry != null) {
                ManifestEntry read = entry(entry);
                entries.add(read);
                if (!urls.add(read.source().url())) {
                    entry.problem("url", "this source stands here a second time; remove one of them");
                }
            }
        }
        return problems.isEmpty()
                ? new Manifest(new PersonaName(persona), created == null ? Instant.EPOCH : created,
                        updated == null ? Instant.EPOCH : updated, entries)
                : null;
    }

    private ManifestEntry entry(YamlMap entry) {
        String type = entry.text("source_type", SourceType.REFERENCE_DOC.key());
        if (SourceType.of(type).isEmpty()) {
            entry.problem("source_type", SourceType.unknown(type));
        }
        String status = entry.text("status", SourceStatus.PENDING.key());
        if (SourceStatus.of(status).isEmpty()) {
            entry.problem("status", "status '" + status + "' is unknown; write pending, and fetch the source again");
        }
        Source source = new Source(entry.text("name", ""), entry.text("url", ""),
                SourceType.of(type).orElse(SourceType.REFERENCE_DOC), entry.text("domain", ""), entry.text("description", ""),
                entry.texts("sections"));
        source.complaints().forEach(complaint -> entry.problem(complaint.split(" ")[0], complaint));
        return new ManifestEntry(source, SourceStatus.of(status).orElse(SourceStatus.PENDING), instant(entry, "fetched_at"),
                entry.text("error", ""), entry.text("content_hash", ""), entry.text("etag", ""));
    }

    private static @Nullable Instant instant(YamlMap map, String key) {
        String text = map.text(key, "");
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            map.problem(key, key + " '" + text + "' is no time such as 2026-02-01T10:00:00Z");
            return null;
        }
    }

    static String write(Manifest manifest) {
        Map<String, @Nullable Object> top = new LinkedHashMap<>();
        top.put("persona", manifest.persona().value());
        top.put("version", 1);
        top.put("created_at", manifest.createdAt().toString());
        top.put("updated_at", manifest.updatedAt().toString());
        top.put("entries", manifest.entries().stream().map(ManifestText::fields).toList());
        return new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(100)
                .setDereferenceAliases(true).build()).dumpToString(top);
    }

    private static Map<String, @Nullable Object> fields(ManifestEntry entry) {
        Source source = entry.source();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", source.name());
        fields.put("url", source.url());
        fields.put("source_type", source.type().key());
        fields.put("domain", source.domain());
        fields.put("description", source.description());
        fields.put("sections", source.sections());
        fields.put("status", entry.status().key());
        fields.put("fetched_at", entry.fetchedAt() == null ? null : entry.fetchedAt().toString());
        fields.put("cache_path", entry.contentHash().isEmpty() ? null : "cache/" + CacheName.of(source.url()));
        fields.put("error", entry.error().isEmpty() ? null : entry.error());
        fields.put("content_hash", entry.contentHash().isEmpty() ? null : entry.contentHash());
        fields.put("etag", entry.etag().isEmpty() ? null : entry.etag());
        return fields;
    }
}
