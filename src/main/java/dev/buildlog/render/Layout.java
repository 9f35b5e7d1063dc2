package dev.buildlog.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Documents laid out as scripts and people know them from the Python tool; without a line ending at the end. */
final class Layout {

    private static final DefaultIndenter BY_TWO = new DefaultIndenter("  ", "\n");
    private static final Separators TIGHT = Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    private static final ObjectWriter JSON = JsonMapper.builder().build()
            .writer(new DefaultPrettyPrinter(TIGHT).withObjectIndenter(BY_TWO).withArrayIndenter(BY_TWO));
    private static final DateTimeFormatter WITH_FRACTION =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Layout() {}

    static String json(Map<String, ?> document) {
        return write(JSON, document);
    }

    /** JSON in which everything beyond ASCII is escaped. */
    static String asciiJson(Map<String, ?> document) {
        return write(JSON.with(JsonWriteFeature.ESCAPE_NON_ASCII), document);
    }

    /** YAML in block style, folded at 80 columns, lists not indented, quotes only where needed. */
    static String yaml(Map<String, ?> document) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        options.setWidth(80);
        options.setDereferenceAliases(true);
        return new Yaml(options).dump(document).stripTrailing();
    }

    /** ISO 8601 in UTC with microseconds, or with none where they are zero. */
    static String timestamp(Instant at) {
        Instant cut = at.truncatedTo(ChronoUnit.MICROS);
        return cut.getNano() == 0 ? cut.toString() : WITH_FRACTION.format(cut);
    }

    private static String write(ObjectWriter writer, Map<String, ?> document) {
        try {
            return writer.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
