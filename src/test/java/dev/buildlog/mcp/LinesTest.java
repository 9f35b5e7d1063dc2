package dev.buildlog.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.mcp.CommandRunner.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The stdio transport: one message a line. */
class LinesTest {

    private static final CommandRunner NOTHING = (arguments, in) -> new Outcome(0, "{\"entries\":0}", "");

    private static List<JsonNode> answers(String lines) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BuildlogMcp(NOTHING, ToolSet.ALL, "1").serve(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out);
        List<JsonNode> answers = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            answers.add(new ObjectMapper().readTree(line));
        }
        return answers;
    }

    @Test
    void everyQuestionIsAnsweredInItsTurnHoweverFastTheyCome() throws Exception {
        StringBuilder talk = new StringBuilder();
        IntStream.rangeClosed(1, 200).forEach(id -> talk.append("{\"jsonrpc\":\"2.0\",\"id\":").append(id)
                .append(",\"method\":\"ping\"}\n"));
        assertThat(answers(talk.toString())).hasSize(200).extracting(answer -> answer.path("id").asInt())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void aNotificationHasNoneAndWhatIsNoMessageSaysSo() throws Exception {
        List<JsonNode> answers = answers("""
                {"jsonrpc":"2.0","method":"notifications/initialized"}

                no message
                """);
        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.at("/error/code").asInt()).isEqualTo(-32700);
            assertThat(answer.path("id").isNull()).isTrue();
        });
    }

    @Test
    void aClientSaysWhoItIsAndIsToldWhatThereIs() throws Exception {
        List<JsonNode> answers = answers("""
                {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},\
                "clientInfo":{"name":"größer","version":"1"}}}
                """);
        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.at("/result/serverInfo/name").asText()).isEqualTo("buildlog");
            assertThat(answer.at("/result/protocolVersion").asText()).isEqualTo("2025-06-18");
        });
    }
}
