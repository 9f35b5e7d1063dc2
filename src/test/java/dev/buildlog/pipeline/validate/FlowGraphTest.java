package dev.buildlog.pipeline.validate;

import static dev.buildlog.pipeline.validate.Fixtures.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowGraphTest {

    private final FlowGraph graph = FlowGraph.of(Fixtures.routes(), Fixtures.kamelets());

    private static List<String> names(Set<SourceFile> files) {
        return files.stream().map(SourceFile::name).toList();
    }

    @Test
    void aFlowKnowsWhatItTouchesKameletsOfKameletsIncluded() {
        FlowGraph.Flow learn = graph.flows().stream().filter(f -> f.id().equals("learn")).findFirst().orElseThrow();
        assertThat(learn.from()).isEqualTo("direct:entry");
        assertThat(learn.to()).containsExactly("kamelet:redact-action", "kamelet:extract-lessons-action",
                "kamelet:extract-pattern-action", "kamelet:compare-action", "bean:ledger", "direct:publish");
        assertThat(learn.kamelets()).containsExactly(
                "compare-action", "extract-lessons-action", "extract-pattern-action", "redact-action");
        assertThat(learn.beans()).containsExactly("ledger");
    }

    @Test
    void theRecipeThatReadsEntriesEndsAtTheExceptedDoor() {
        assertThat(names(graph.reachableFrom("entry", Set.of("publish")))).containsExactly(
                "compare-action.kamelet.yaml", "extract-lessons-action.kamelet.yaml", "extract-pattern-action.kamelet.yaml",
                "redact-action.kamelet.yaml", "learn.camel.yaml");
        assertThat(names(graph.reachableFrom("entry", Set.of())))
                .contains("publish.camel.yaml", "emit.camel.yaml", "render-sink.kamelet.yaml");
        assertThat(graph.reachableFrom("nowhere", Set.of())).isEmpty();
    }

    @Test
    void circlesEndAndComputedDoorsCountAsAllThatFit() {
        FlowGraph circle = FlowGraph.of(List.of(
                file("a.camel.yaml", """
                        - route: { id: a, from: { uri: "direct:a", steps: [ { toD: "direct:b-${body}" } ] } }
                        """),
                file("b.camel.yaml", """
                        - route: { id: b1, from: { uri: "direct:b-1", steps: [ { to: "direct:a" } ] } }
                        """),
                file("c.camel.yaml", """
                        - route: { id: c, from: { uri: "direct:c", steps: [ { to: "direct:a" } ] } }
                        """)), List.of());
        assertThat(names(circle.reachableFrom("a", Set.of()))).containsExactly("a.camel.yaml", "b.camel.yaml");
        assertThat(names(circle.reachableFrom("a", Set.of("b-1")))).containsExactly("a.camel.yaml");
    }

    @Test
    void kameletsThatCallEachOtherEnd() {
        String ring = """
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata: { name: NAME }
                spec:
                  definition: { properties: { p: { type: string } } }
                  template: { from: { uri: "kamelet:source", steps: [ { to: "kamelet:OTHER?p=x{{p}}" } ] } }
                """;
        FlowGraph rings = FlowGraph.of(
                List.of(file("a.camel.yaml", "- from: { uri: 'direct:a', id: a, steps: [ { to: 'kamelet:r1?p=1' } ] }")),
                List.of(file("r1.kamelet.yaml", ring.replace("NAME", "r1").replace("OTHER", "r2")),
                        file("r2.kamelet.yaml", ring.replace("NAME", "r2").replace("OTHER", "r1"))));
        assertThat(rings.flows()).singleElement().satisfies(f -> assertThat(f.kamelets()).containsExactly("r1", "r2"));
    }

    @Test
    void drawsRoutesByFile() {
        FlowGraph small = FlowGraph.of(List.of(file("a.camel.yaml", """
                - route: { id: in, from: { uri: "direct:a", steps: [ { to: "direct:b" }, { to: "log:x" } ] } }
                - route: { id: out, from: { uri: "direct:b", steps: [ { log: x } ] } }
                """)), List.of());
        assertThat(small.mermaid()).isEqualTo("""
                flowchart LR
                  subgraph n0["a.camel.yaml"]
                    n1["in"]
                    n5["out"]
                  end
                  n2(["direct:a"]) --> n1
                  n1 --> n3(["direct:b"])
                  n1 --> n4(["log:x"])
                  n3 --> n5
                """);
    }
}
