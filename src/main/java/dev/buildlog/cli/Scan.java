package dev.buildlog.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.buildlog.config.Keys;
import dev.buildlog.curate.Gate;
import dev.buildlog.curate.gate.FileScan;
import dev.buildlog.curate.gate.FileScan.Place;
import dev.buildlog.curate.gate.Offence;
import dev.buildlog.curate.gate.Verdict;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code buildlog scan}: the safety gate over any file that agents read, without a ledger and without the pipeline. */
@Command(name = "scan", description = "Look for what should not reach an agent in any instruction file; exit 1 if something is found.")
final class Scan extends Verb {

    enum Format { TEXT, JSON, SARIF }

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to read; - for standard input.")
    private List<String> files = List.of();

    @Option(names = "--rules", description = "Each line is a JSON string, the text of one rule; prints a verdict a line.")
    private boolean rules;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or sarif (2.1.0); text unless given.")
    private Format format = Format.TEXT;

    @Option(names = "--sarif", description = "The same as --format sarif.")
    private boolean sarif;

    @Option(names = "--host", paramLabel = "HOST", split = ",", description = "A further host that may be linked, in place of gate.hosts.")
    private List<String> hosts = List.of();

    @Option(names = "--off", paramLabel = "CHECK", split = ",", description = "A check to leave out; docs/safety.md lists them.")
    private List<String> off = List.of();

    @Override
    int run(Workplace here) throws IOException {
        if (rules && (sarif || format != Format.TEXT)) {
            throw new ParameterException(spec.commandLine(), "--rules prints one JSON line for each rule; leave the format out.");
        }
        Gate gate = new Gate();
        gate.setHosts(String.join(",", hosts.isEmpty() ? List.of(here.settings().text(Keys.GATE_HOSTS)) : hosts));
        gate.setAllow(here.settings().text(Keys.REDACT_ALLOW));
        gate.setOff(String.join(",", off));
        return rules ? rules(here, gate) : files(here, gate);
    }

    private int files(Workplace here, Gate gate) throws IOException {
        FileScan scan = new FileScan(gate.checks());
        Map<String, List<Place>> found = new LinkedHashMap<>();
        for (String file : files) {
            found.put(file, scan.of(bytes(here, file)));
        }
        boolean clean = found.values().stream().allMatch(List::isEmpty);
        switch (sarif ? Format.SARIF : format) {
            case SARIF -> Json.print(here.out(), Sarif.log(gate.checks().list(), found));
            case JSON -> Json.print(here.out(), found.entrySet().stream().flatMap(file ->
                    file.getValue().stream().map(place -> fields(file.getKey(), place))).toList());
            case TEXT -> {
                found.forEach((file, places) -> places.forEach(place -> here.out().println(Printable.line(file + ":" + place.line()
                        + ":" + place.column() + ": " + place.offence().action().word() + " [" + place.offence().check() + "] "
                        + place.offence().message()))));
                here.say(clean ? "Nothing found." : found.values().stream().mapToInt(List::size).sum() + " found.");
            }
        }
        return clean ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Map<String, Object> fields(String file, Place place) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", file);
        fields.put("line", place.line());
        fields.put("column", place.column());
        fields.putAll(fields(place.offence()));
        return fields;
    }

    private static Map<String, Object> fields(Offence offence) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("check", offence.check());
        fields.put("action", offence.action().word());
        fields.put("message", offence.message());
        return fields;
    }

    /** The verdicts are the answer; what they say is no failure of the command. */
    private int rules(Workplace here, Gate gate) throws IOException {
        JsonFactory json = new JsonFactory().enable(JsonParser.Feature.ALLOW_UNQUOTED_CONTROL_CHARS);
        for (String file : files) {
            int number = 0;
            for (String line : lines(here, file)) {
                number++;
                if (!line.isBlank()) {
                    Verdict verdict = gate.verdict(text(json, file, number, line));
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("verdict", verdict.action().word());
                    fields.put("text", verdict.text());
                    fields.put("findings", verdict.findings().stream().map(Scan::fields).toList());
                    here.out().write(Json.line(fields));
                    here.out().write('\n');
                }
            }
        }
        return ExitCode.DONE;
    }

    private static String text(JsonFactory json, String file, int number, String line) throws IOException {
        try (JsonParser parser = json.createParser(line)) {
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                String text = parser.getText();
                if (parser.nextToken() == null) {
                    return text;
                }
            }
        } catch (JsonProcessingException e) {
            throw new BuildlogException(file + ":" + number + ": this line is no JSON: " + e.getOriginalMessage());
        }
        throw new BuildlogException(file + ":" + number + ": each line is to be one JSON string, as \"Use tabs\".");
    }

    /** A byte that is no UTF-8 becomes half a character, which the gate refuses. */
    private static List<String> lines(Workplace here, String file) throws IOException {
        byte[] bytes = bytes(here, file);
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                String line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
                boolean broken = !Arrays.equals(line.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, start, i));
                lines.add(broken ? line.replace('\uFFFD', '\uDC80') : line);
                start = i + 1;
            }
        }
        return lines;
    }

    private static byte[] bytes(Workplace here, String file) throws IOException {
        if (file.equals("-")) {
            InputStream in = here.in();
            return in.readAllBytes();
        }
        Path path = here.directory().resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new BuildlogException(file + " is not there, or no file.");
        }
        return Files.readAllBytes(path);
    }
}
