package dev.buildlog.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Precision and recall over the labelled entries, matched as their README suggests. */
class EvaluationTest {

    private int taken;
    private int right;
    private int gold;
    private int goldFound;
    private int plainGold;
    private int plainFound;
    private int journeyTaken;

    @Test
    void findsNearlyAllAndHardlyAnythingElse() throws IOException {
        Path folder = Entries.shared("eval/extract");
        ObjectMapper json = new ObjectMapper();
        for (String row : Entries.read(folder.resolve("gold.jsonl")).lines().toList()) {
            JsonNode entry = json.readTree(row);
            score(entry, Entries.read(folder.resolve(entry.get("file").asText())));
        }
        double precision = (double) right / taken;
        double recall = (double) goldFound / gold;
        System.out.printf(Locale.ROOT, "extraction: %d taken, %d right, precision %.3f, recall %.3f (%d of %d); "
                        + "without journey: precision %.3f, recall %.3f (%d of %d)%n", taken, right, precision, recall,
                goldFound, gold, (double) (right - journeyTaken) / (taken - journeyTaken),
                (double) plainFound / plainGold, plainFound, plainGold);
        assertThat(precision).isGreaterThanOrEqualTo(0.95);
        assertThat(recall).isGreaterThanOrEqualTo(0.97);
    }

    private void score(JsonNode entry, String text) {
        List<String> found = new ArrayList<>(Entries.texts(Entries.extracted(text)));
        for (JsonNode insight : entry.get("insights")) {
            List<String> wanted = new ArrayList<>(List.of(insight.get("text").asText()));
            insight.path("alt").forEach(alt -> wanted.add(alt.asText()));
            boolean journey = insight.path("stage").asText().equals("journey");
            boolean hit = found.stream().filter(f -> wanted.stream().anyMatch(w -> alike(f, w))).findFirst()
                    .map(found::remove).orElse(false);
            gold++;
            plainGold += journey ? 0 : 1;
            goldFound += hit ? 1 : 0;
            plainFound += hit && !journey ? 1 : 0;
            taken += hit ? 1 : 0;
            right += hit ? 1 : 0;
            journeyTaken += hit && journey ? 1 : 0;
            if (!hit) {
                System.out.println("missed in " + entry.get("file").asText() + ": " + insight.get("text").asText());
            }
        }
        for (JsonNode optional : entry.path("optional")) {
            found.removeIf(f -> alike(f, optional.asText()));
        }
        found.forEach(f -> System.out.println("wrong in " + entry.get("file").asText() + ": " + f));
        taken += found.size();
    }

    private static boolean alike(String a, String b) {
        List<String> left = tokens(a);
        List<String> right = tokens(b);
        Map<String, Integer> count = new HashMap<>();
        right.forEach(token -> count.merge(token, 1, Integer::sum));
        long common = left.stream().filter(token -> count.merge(token, -1, Integer::sum) >= 0).count();
        return 2.0 * common / (left.size() + right.size()) >= 0.8;
    }

    private static List<String> tokens(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        boolean spaced = plain.codePoints().noneMatch(Character::isIdeographic);
        return Arrays.asList(plain.split(spaced ? " " : ""));
    }
}
