package dev.buildlog.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonKeysTest {

    private static final String MINE = """
            {
                "permissions" : {"allow": ["Bash(ls)"], "n": -1.50e3 },
              "grün": "\\u00e9 \\/ ü"}
            """;

    @Test
    void addsItsKeysAndNothingElse() {
        assertThat(written(MINE, "Always run tests")).isEqualTo("""
                {
                    "permissions" : {"allow": ["Bash(ls)"], "n": -1.50e3 },
                  "grün": "\\u00e9 \\/ ü",
                  "rules": [
                    "Always run tests"
                  ],
                  "_buildlog": {
                    "policy": "pol-1",
                    "promoted_skill_ids": [
                      "wf-0"
                    ],
                    "rules": [
                      "HASH"
                    ],
                    "made": "rules"
                  }}
                """.replace("HASH", hash(written(MINE, "Always run tests"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{}\n", "{ }", "{\"a\":1}", "{\"rules\": []}", "{\"rules\": [\"Mine\"], \"z\": null}\n",
        "\uFEFF{\r\n\t\"a\" : [1,\r\n2]\r\n}\r\n", "{\"rules\": [1, {\"x\": []}, \"A\"]}", "{\"_x\": true, \"rules\":[\"A\" ] }"})
    void takesBackWhatItAddedToTheByte(String file) {
        String with = written(file, "A", "B \"quoted\" ü");
        assertThat(apply(with, "A", "B \"quoted\" ü")).isInstanceOf(FileChange.Unchanged.class);
        assertThat(content(apply(written(with, "C"), new String[0]))).isEqualTo(file);
    }

    @Test
    void removesAFileItMade() {
        String made = written(null, "A");
        assertThat(apply(made)).isInstanceOf(FileChange.FileRemoved.class);
        assertThat(content(apply(made.replaceFirst("\\{", "{\"mine\": 1,")))).isEqualTo("{\"mine\": 1\n}\n");
    }

    @Test
    void elementsOfOthersStay() {
        String file = written("{\"rules\": [\"Mine\"]}", "A");
        String more = file.replace("\"Mine\",", "\"Mine\", \"New of mine\",");

        FileChange change = apply(more, "B");

        assertThat(change.edited()).isFalse();
        assertThat(content(change)).contains("\"Mine\", \"New of mine\",").contains("\"B\"").doesNotContain("\"A\"");
    }

    @Test
    void anElementThatWasEditedIsItsEditors() {
        String file = written("{}", "Always test", "B").replace("Always test\"", "Never test\"");

        FileChange change = apply(file, "B");

        assertThat(change.edited()).isTrue();
        assertThat(content(change)).contains("Never test").contains("\"B\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"a\": 1 | not valid JSON",
        "[1] | not a JSON object",
        "{} x | not valid JSON",
        "{\"rules\": {}} | 'rules' is not an array",
        "{\"_buildlog\": 1} | '_buildlog' is not an object",
        "{\"rules\": [], \"rules\": []} | key 'rules' stands here a second time",
        "{\"a\": 1} // why | not valid JSON"
    })
    void refusesWhatItCannotRead(String file, String why) {
        assertThat(apply(file, "A")).isInstanceOfSatisfying(FileChange.Refused.class,
                refused -> assertThat(refused.problem().toString()).contains(why));
    }

    @Test
    void refusesOtherEncodings() {
        assertThat(JsonKeys.apply("s.json", new byte[] {'{', '"', (byte) 0xE4, '"', ':', '1', '}'}, Map.of("a", "A"), "pol-1"))
                .isInstanceOf(FileChange.Refused.class);
    }

    private static String hash(String file) {
        return file.replaceFirst("(?s).*\"([0-9a-f]{12})\".*", "$1");
    }

    private static String written(String existing, String... texts) {
        return content(apply(existing, texts));
    }

    private static String content(FileChange change) {
        byte[] content = change instanceof FileChange.Removed removed
                ? removed.content()
                : ((FileChange.Written) change).content();
        return new String(content, StandardCharsets.UTF_8);
    }

    private static FileChange apply(String existing, String... texts) {
        Map<String, String> byId = new LinkedHashMap<>();
        for (String text : texts) {
            byId.put("wf-" + byId.size(), text);
        }
        return JsonKeys.apply("settings.json", existing == null ? null : existing.getBytes(StandardCharsets.UTF_8), byId,
                "pol-1");
    }
}
