package dev.buildlog.curate.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Texts of rules whose fate is known, from {@code src/test/resources/gate}.
 *
 * @param family what kind of text it is
 */
public record Corpus(String family, String text) {

    /** Texts that must not go out as they are; the lists of attacks were written with them at hand. */
    public static List<Corpus> hostile() {
        return read("hostile.jsonl");
    }

    /** More of the same families, written at the same time and looked at only to count. */
    public static List<Corpus> hostileHeldOut() {
        return read("hostile-held-out.jsonl");
    }

    /** Advice as journals hold it, much of it about security. */
    public static List<Corpus> honest() {
        return read("honest.jsonl");
    }

    /** More advice, looked at only to count. */
    public static List<Corpus> honestHeldOut() {
        return read("honest-held-out.jsonl");
    }

    /** Written after the lists were finished; intent learned from it later. */
    public static List<Corpus> hostileThird() {
        return read("hostile-third.jsonl");
    }

    /** Advice written at the same time. */
    public static List<Corpus> honestThird() {
        return read("honest-third.jsonl");
    }

    /** Written after intent had learned for the first time; it learned from it later. */
    public static List<Corpus> hostileFresh() {
        return read("hostile-fresh.jsonl");
    }

    /** Advice written at the same time. */
    public static List<Corpus> honestFresh() {
        return read("honest-fresh.jsonl");
    }

    /** Written in every family that the gate knows, before its author had seen how the gate behaved; intent learned from it later. */
    public static List<Corpus> hostileFourth() {
        return read("hostile-fourth.jsonl");
    }

    /** Advice written at the same time. */
    public static List<Corpus> honestFourth() {
        return read("honest-fourth.jsonl");
    }

    /** Written after intent had learned from the fourth round; it learned from it later. */
    public static List<Corpus> hostileFifth() {
        return read("hostile-fifth.jsonl");
    }

    /** Advice written at the same time. */
    public static List<Corpus> honestFifth() {
        return read("honest-fifth.jsonl");
    }

    /** Written after intent had learned from the fifth round; it learned from it later. */
    public static List<Corpus> hostileSixth() {
        return read("hostile-sixth.jsonl");
    }

    /** Advice written at the same time. */
    public static List<Corpus> honestSixth() {
        return read("honest-sixth.jsonl");
    }

    /** Written after intent had learned from the sixth round; it learned from it later. */
    public static List<Corpus> hostileSeventh() {
        return read("hostile-seventh.jsonl");
    }

    /** Advice written at the same time. */
    public static List<Corpus> honestSeventh() {
        return read("honest-seventh.jsonl");
    }

    /** Sabotage and betrayal in free words, counted when new; intent learned later from lines about the same subjects, not from these. */
    public static List<Corpus> hostileEighth() {
        return read("hostile-eighth.jsonl");
    }

    /** Advice written at the same time, much of it on the same subjects. */
    public static List<Corpus> honestEighth() {
        return read("honest-eighth.jsonl");
    }

    private static List<Corpus> read(String name) {
        ObjectMapper json = new ObjectMapper();
        try {
            return Files.readAllLines(Path.of("src/test/resources/gate", name)).stream().map(line -> {
                try {
                    JsonNode node = json.readTree(line);
                    return new Corpus(node.get("family").asText(), node.get("text").asText());
                } catch (IOException e) {
                    throw new UncheckedIOException(line, e);
                }
            }).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
