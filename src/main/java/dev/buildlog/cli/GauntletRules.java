package dev.buildlog.cli;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.IssuedRule;
import dev.buildlog.model.PersonaRule;
import dev.buildlog.model.SeedFile;
import dev.buildlog.model.Suggestion;
import dev.buildlog.review.ReviewPrompt;
import dev.buildlog.review.RunFields;
import dev.buildlog.seed.Persona;
import dev.buildlog.seed.Personas;
import dev.buildlog.seed.SeedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog gauntlet rules}. */
@Command(name = "rules", description = "Print the rules in force of the personas here.")
final class GauntletRules extends Verb {

    private static final List<String> FORMATS = List.of("yaml", "json", "markdown");

    @Option(names = {"-p", "--persona"}, paramLabel = "PERSONA", split = ",", description = "Whose. Repeatable. Default: all.")
    private List<String> names = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "yaml, json or markdown. Default: yaml.")
    private String format = "yaml";

    @Option(names = "--compact", description = "Of each rule what it asks for only; as JSON.")
    private boolean compact;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write into a file.")
    private @Nullable Path output;

    @Override
    int run(Workplace here) {
        if (!FORMATS.contains(format)) {
            throw new BuildlogException("there is no format '" + format + "'" + Suggestion.hintOrList(format, FORMATS, ""));
        }
        Personas known = GauntletPlace.personas(here);
        List<Persona> personas = known.named(names);
        if (personas.stream().allMatch(persona -> persona.rules().isEmpty())) {
            throw new BuildlogException("no rule is in force here");
        }
        String text = here.known("rules of personas " + format + compact + (output == null) + names, () -> known,
                () -> output == null ? Printable.text(text(personas).stripTrailing()) : text(personas));
        Destination.write(here, output, text, "Wrote the rules");
        return ExitCode.DONE;
    }

    private String text(List<Persona> personas) {
        return switch (format) {
            case "json" -> json(personas, compact ? rule -> RunReport.brief(IssuedRule.of(rule)) : GauntletRules::fields);
            case "markdown" -> personas.stream().map(persona -> "## " + persona.name() + "\n\n"
                    + ReviewPrompt.rules(persona.rules().stream().map(IssuedRule::of).toList()))
                    .collect(Collectors.joining("\n"));
            default -> personas.stream().map(GauntletRules::seeds).map(SeedWriter::write).collect(Collectors.joining("---\n"));
        };
    }

    private static SeedFile seeds(Persona persona) {
        return new SeedFile(persona.name(), persona.version(), persona.description(),
                persona.rules().stream().map(PersonaRule::seed).toList());
    }

    private static String json(List<Persona> personas, Function<PersonaRule, Map<String, Object>> shown) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Persona persona : personas) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("version", persona.version());
            fields.put("rules", persona.rules().stream().map(shown).toList());
            all.put(persona.name(), fields);
        }
        StringWriter text = new StringWriter();
        try {
            Json.print(new PrintWriter(text, true), all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Map<String, Object> fields(PersonaRule rule) {
        Map<String, Object> fields = RunFields.of(IssuedRule.of(rule));
        fields.put("confidence", rule.seed().confidence());
        fields.put("tags", rule.seed().tags());
        fields.put("references", rule.seed().references().stream().map(reference -> {
            Map<String, Object> pair = new LinkedHashMap<>();
            pair.put("url", reference.url());
            pair.put("title", reference.title());
            return pair;
        }).toList());
        return fields;
    }
}
