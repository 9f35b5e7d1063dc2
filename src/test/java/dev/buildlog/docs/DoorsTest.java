package dev.buildlog.docs;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.buildlog.api.Deciding;
import dev.buildlog.api.Errors;
import dev.buildlog.api.Feedback;
import dev.buildlog.api.GithubEvents;
import dev.buildlog.api.Observation;
import dev.buildlog.api.PolicyInForce;
import dev.buildlog.api.Questions;
import dev.buildlog.api.Runs;
import dev.buildlog.api.Submissions;
import dev.buildlog.pipeline.Bursts;
import dev.buildlog.pipeline.Days;
import dev.buildlog.pipeline.Checkouts;
import dev.buildlog.pipeline.DeadLetterOffice;
import dev.buildlog.pipeline.Doors;
import dev.buildlog.pipeline.HookDrops;
import dev.buildlog.pipeline.LedgerSteps;
import dev.buildlog.pipeline.OutboxRows;
import dev.buildlog.pipeline.Postponed;
import dev.buildlog.pipeline.Wire;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/doors.md says what the code and the routes say. */
class DoorsTest {

    private static final Map<String, Class<?>> BEANS = Map.ofEntries(
            entry("ledger", LedgerSteps.class), entry("checkouts", Checkouts.class), entry("bursts", Bursts.class),
            entry("days", Days.class),
            entry("deadLetters", DeadLetterOffice.class), entry("doors", Doors.class), entry("drops", HookDrops.class),
            entry("outbox", OutboxRows.class), entry("questions", Questions.class),
            entry("submissions", Submissions.class), entry("feedback", Feedback.class), entry("deciding", Deciding.class),
            entry("gauntlet", Runs.class), entry("policy", PolicyInForce.class),
            entry("observation", Observation.class),
            entry("github", GithubEvents.class),
            entry("errors", Errors.class), entry("postponed", Postponed.class));

    private final String page = Pages.text("docs/doors.md");

    @Test
    void everyDoorWithEveryFieldOfItsMessage() {
        Doors.MESSAGES.forEach((door, message) -> {
            assertThat(page).contains("| `direct:" + door + "` | [`" + message.getSimpleName() + "`]");
            String section = page.substring(page.indexOf("### " + message.getSimpleName()));
            assertThat(Pages.find(section.substring(0, section.indexOf("<!-- example")), "(?m)^\\| `([^`]+)` \\|"))
                    .containsExactlyElementsOf(fields("", message));
        });
    }

    @Test
    void examplesAreMessagesAndNameEveryField() throws IOException {
        for (Class<?> message : Doors.MESSAGES.values()) {
            JsonNode example = Wire.json().readTree(Pages.example(page, message.getSimpleName()));
            Object read = Wire.json().treeToValue(example, message);
            Set<String> written = new TreeSet<>();
            Wire.json().valueToTree(read).fieldNames().forEachRemaining(written::add);
            Set<String> shown = new TreeSet<>();
            example.fieldNames().forEachRemaining(shown::add);
            assertThat(shown).isEqualTo(written);
        }
    }

    @Test
    void everyBeanThatRoutesNameWithItsMethods() throws IOException {
        Set<String> table = new TreeSet<>(page.lines().filter(line -> line.matches("\\| `\\w+` \\| `\\w+` \\|.*"))
                .map(line -> line.split("`")[1] + "." + line.split("`")[3]).toList());
        assertThat(table).allSatisfy(call -> assertThat(methods(BEANS.get(call.split("\\.")[0])))
                .contains(call.split("\\.")[1]));

        Set<String> called = new TreeSet<>();
        for (String folder : List.of("routes", "components")) {
            GeneratedDocsTest.files(folder, ".yaml").forEach(file -> called.addAll(calls(file.text())));
        }
        assertThat(table).containsAll(called);
    }

    @Test
    void groupsAreThoseOfTheRoutes() throws IOException {
        for (var file : GeneratedDocsTest.files("routes", ".camel.yaml")) {
            for (JsonNode element : new YAMLMapper().readTree(file.text())) {
                JsonNode route = element.path("route");
                if (!route.isMissingNode()) {
                    String group = route.path("group").asText();
                    String row = "| " + (group.isEmpty() ? "(none)" : "`" + group + "`") + " |";
                    assertThat(page.lines().filter(line -> line.startsWith(row))).as(route.path("id").asText())
                            .anyMatch(line -> line.contains("`" + route.path("id").asText() + "`"));
                }
            }
        }
    }

    private static List<String> fields(String prefix, Class<?> type) {
        List<String> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> inner = component.getType();
            String name = prefix + component.getName();
            fields.add(name);
            if (inner.equals(List.class)) {
                inner = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
                name += "[]";
            }
            if (inner.isRecord()) {
                fields.addAll(fields(name + ".", inner));
            }
        }
        return fields;
    }

    private static Set<String> methods(Class<?> type) {
        return Arrays.stream(type.getMethods()).map(Method::getName).collect(Collectors.toSet());
    }

    private static Set<String> calls(String yaml) {
        try {
            Set<String> calls = new TreeSet<>();
            for (JsonNode bean : new YAMLMapper().readTree(yaml).findParents("ref")) {
                if (!bean.path("ref").asText().startsWith("{{")) {
                    calls.add(bean.path("ref").asText() + "." + bean.path("method").asText().replaceAll("\\(.*", ""));
                }
            }
            return calls;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
