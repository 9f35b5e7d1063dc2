package dev.buildlog.pipeline.validate;

import static dev.buildlog.pipeline.validate.Fixtures.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.model.Problem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllAtOnceTest {

    @Test
    void everyMistakeOfEveryFileIsReportedInOneGo() {
        SourceFile learn = file("learn.camel.yaml", """
                - route:
                    id: learn
                    from:
                      uri: direct:entry
                      steps:
                        - too: kamelet:redact-action
                        - to: { uri: "kamelet:redact-action", parameters: { bakend: token } }
                        - to: { uri: "bean:ledgr?method=recordEntry" }
                        - to: { uri: "bean:ledger?method=record" }
                        - to: { uri: "sqll:select 1" }
                        - to: { uri: "file:out?fileNam=x" }
                        - log: "{{buildlog.embeding}}"
                        - to: direct:publich
                """);
        SourceFile publish = file("publish.camel.yaml", """
                - route:
                    id: learn
                    from:
                      uri: direct:publish
                      steps:
                        - kamelet: redact-action
                """);
        SourceFile broken = file("broken-action.kamelet.yaml", "kind: Kamelet\n\tspec: x\n");
        SourceFile redact = file("redact-action.kamelet.yaml", """
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata: { name: redact-action, labels: { camel.apache.org/kamelet.type: action } }
                spec:
                  definition:
                    title: Redact
                    description: Takes secrets out.
                    properties:
                      backend: { title: Backend, type: string, default: token }
                  template:
                    from:
                      uri: kamelet:source
                      steps:
                        - bean: { ref: ledger, method: "{{bakend}}" }
                """);

        List<Problem> problems = new RouteValidator(Fixtures.surroundings().withDoors(Set.of("entry", "review")))
                .validate(List.of(publish, learn), List.of(redact, broken));

        assertThat(problems).extracting(Problem::toString).satisfiesExactly(
                p -> assertThat(p).startsWith("broken-action.kamelet.yaml:2:1: this is not YAML: "),
                p -> assertThat(p).isEqualTo("learn.camel.yaml:6:11: unknown step 'too'; did you mean 'to'?"),
                p -> assertThat(p).isEqualTo("learn.camel.yaml:7:61: Kamelet 'redact-action' has no parameter 'bakend'; "
                        + "did you mean 'backend'?"),
                p -> assertThat(p).isEqualTo("learn.camel.yaml:8:22: unknown bean 'ledgr'; did you mean 'ledger'?"),
                p -> assertThat(p).isEqualTo("learn.camel.yaml:9:22: bean 'ledger' (Ledger) has no public method 'record'; "
                        + "did you mean 'recordEntry'?"),
                p -> assertThat(p).isEqualTo("learn.camel.yaml:10:22: unknown component 'sqll'; did you mean 'sql'?"),
                p -> assertThat(p).isEqualTo("learn.camel.yaml:11:22: unknown option 'fileNam' of file; "
                        + "did you mean 'fileName'?"),
                p -> assertThat(p).isEqualTo("learn.camel.yaml:12:16: unknown property {{buildlog.embeding}}; "
                        + "did you mean 'buildlog.embeddings'?"),
                p -> assertThat(p).isEqualTo("learn.camel.yaml:13:15: no route begins with direct:publich; "
                        + "did you mean 'direct:publish'?"),
                p -> assertThat(p).isEqualTo("publish.camel.yaml:2:9: id 'learn' is taken by learn.camel.yaml line 2; "
                        + "ids of routes and steps must differ across all files"),
                p -> assertThat(p).isEqualTo("publish.camel.yaml:6:11: the kamelet step breaks a later split; "
                        + "write 'to: kamelet:redact-action'"),
                p -> assertThat(p).isEqualTo("redact-action.kamelet.yaml:9:7: property 'backend' is declared but not used; "
                        + "use {{backend}} in the template or take it out"),
                p -> assertThat(p).isEqualTo("redact-action.kamelet.yaml:14:40: {{bakend}} is used but not declared; "
                        + "did you mean 'backend'?"),
                p -> assertThat(p).isEqualTo("routes: no route of any file begins with direct:review, where buildlog sends "
                        + "to; add one, or restore the shipped route file"));
    }
}
