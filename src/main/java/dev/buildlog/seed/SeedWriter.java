package dev.buildlog.seed;

import dev.buildlog.model.SeedFile;
import dev.buildlog.model.SeedRule;
import dev.buildlog.model.Sha256;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes a seed file; {@link SeedReader} reads the same rules back. The same rules always give the same text. */
public final class SeedWriter {

    private static final String MARK = "# generated: ";
    private static final int DIGITS = 16;

    private SeedWriter() {}

    /** The file as YAML, below a comment by which {@link #isAsGenerated} knows it again. */
    public static String write(SeedFile seeds) {
        String body = body(seeds);
        return "# Rules of the persona " + seeds.persona() + ", made by `buildlog gauntlet generate`.\n"
                + "# Edit it as you like: an edited file is not replaced unasked.\n"
                + MARK + Sha256.of(body).substring(0, DIGITS) + "\n\n" + body;
    }

    /** Whether a text is as {@link #write} made it: nobody has edited it since. */
    static boolean isAsGenerated(String text) {
        int mark = text.indexOf(MARK);
        int body = text.indexOf("\n\n", Math.max(0, mark));
        return mark >= 0 && body >= 0
                && text.substring(mark + MARK.length(), body).equals(
                        Sha256.of(text.substring(body + 2)).substring(0, DIGITS));
    }

    private static String body(SeedFile seeds) {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("persona", seeds.persona());
        top.put("version", seeds.version());
        if (!seeds.description().isEmpty()) {
            top.put("description", seeds.description());
        }
        top.put("rules", seeds.rules().stream().map(SeedWriter::fields).toList());
        return new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(100)
                .setDereferenceAliases(true).build()).dumpToString(top);
    }

    private static Map<String, Object> fields(SeedRule rule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rule", rule.rule());
        fields.put("category", rule.category());
        fields.put("context", rule.context());
        fields.put("antipattern", rule.antipattern());
        fields.put("rationale", rule.rationale());
        fields.put("tags", rule.tags());
        fields.put("references", rule.references().stream().map(reference -> {
            Map<String, Object> pair = new LinkedHashMap<>();
            pair.put("url", reference.url());
            pair.put("title", reference.title());
            return pair;
        }).toList());
        if (!rule.provenance().isEmpty()) {
            fields.put("provenance", rule.provenance());
        }
        return fields;
    }
}
