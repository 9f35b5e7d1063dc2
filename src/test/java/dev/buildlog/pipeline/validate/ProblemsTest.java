package dev.buildlog.pipeline.validate;

import static dev.buildlog.pipeline.validate.Fixtures.file;
import static dev.buildlog.pipeline.validate.Fixtures.problemsOf;
import static dev.buildlog.pipeline.validate.Fixtures.steps;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One mistake, one message: route files with exactly what is said about them. */
class ProblemsTest {

    @Nested
    class Yaml {

        @Test
        void brokenSyntaxNamesItsPlace() {
            assertThat(problemsOf(file("a.camel.yaml", "- route:\n    id: [a\n    from: x\n"))).singleElement().asString()
                    .startsWith("3:9 this is not YAML: ").endsWith("; check indentation and quotes here");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "   \n", "# nothing\n", "---\n", "null\n"})
        void emptyFile(String text) {
            assertThat(problemsOf(file("a.camel.yaml", text)))
                    .containsExactly("0:0 the file is empty; delete it or write what it is for");
        }

        @Test
        void mappingInsteadOfList() {
            assertThat(problemsOf(file("a.camel.yaml", "route:\n  id: a\n"))).containsExactly(
                    "1:1 a route file is a list; begin each element with '- ', for instance '- route:'");
        }

        @Test
        void duplicateKey() {
            assertThat(problemsOf(steps("- to: { uri: 'log:a', uri: 'log:b' }"))).containsExactly(
                    "6:31 key 'uri' stands here a second time (first in line 6); remove one of them");
        }

        @Test
        void secondDocument() {
            assertThat(problemsOf(file("a.camel.yaml", "- beans: []\n---\n- beans: []\n")))
                    .containsExactly("3:1 a second document begins here; put it into a file of its own");
        }

        @Test
        void notUtf8() {
            assertThat(problemsOf(SourceFile.of(Path.of("a.camel.yaml"), new byte[] {'-', ' ', (byte) 0xE4})))
                    .containsExactly("0:0 the file is not UTF-8; save it in that encoding");
        }

        @Test
        void aliasesThatExplode() {
            StringBuilder bomb = new StringBuilder("- &a0 [x, x, x, x, x, x, x, x, x, x]\n");
            for (int i = 1; i < 12; i++) {
                bomb.append("- &a").append(i).append(" [").append(("*a" + (i - 1) + ", ").repeat(9)).append("]\n");
            }
            assertThat(problemsOf(file("a.camel.yaml", bomb.toString()))).singleElement().asString()
                    .contains("larger than 50000 nodes");
        }

        @Test
        void nestingThatExplodes() {
            assertThat(problemsOf(file("a.camel.yaml", "[".repeat(100_000)))).singleElement().asString()
                    .contains("nested deeper than 200 levels");
        }

        @Test
        void sharedPartsAreFine() {
            assertThat(problemsOf(file("a.camel.yaml", """
                    - route: { id: a, from: { uri: "timer:a", steps: &s [ { log: x } ] } }
                    - route: { id: b, from: { uri: "timer:b", steps: *s } }
                    """))).isEmpty();
        }
    }

    @Nested
    class Schema {

        @Test
        void unknownKeyOfFrom() {
            assertThat(problemsOf(file("a.camel.yaml", """
                    - route:
                        id: a
                        from:
                          uri: timer:a
                          step:
                            - log: x
                    """))).containsExactly("5:7 unknown key 'step' in route.from; did you mean 'steps'?");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '~', textBlock = """
                - too: log:a                               ~ 6:11 unknown step 'too'; did you mean 'to'?
                - set-body: { constant: a }                ~ 6:11 unknown step 'set-body'; did you mean 'setBody'?
                - to: { url: log:a }                       ~ 6:17 unknown key 'url' in to; did you mean 'uri'?
                - to: { id: x }                            ~ 6:15 to lacks 'uri'; add it
                - to: [ log:a ]                            ~ 6:15 to must be a text or a mapping, not a list
                - stop:                                    ~ 6:11 'stop' is empty; give it a value, if only {}
                - setBody: {}                              ~ 6:20 setBody lacks an expression; add 'simple' or 'constant', for instance
                - setBody: { constant: a, simple: b }      ~ 6:35 one of constant, simple may stand in setBody; keep one
                - setBody: { simpel: a }                   ~ 6:22 unknown key 'simpel' in setBody; did you mean 'simple'?
                - log: { message: a, loggingLevel: WRN }   ~ 6:44 'WRN' is no value of log.loggingLevel; did you mean 'WARN'?
                - split: { simple: a, parallelProcessing: maybe, steps: [ { log: a } ] } ~ 6:51 split.parallelProcessing must be true or false, not 'maybe'
                - choice: { when: { simple: a } }          ~ 6:27 choice.when must be a list, not a mapping
                - { to: log:a, log: b }                    ~ 6:24 one key only may stand here, not 2 (to, log); begin each with '- ' or indent what belongs to the first
                """)
        void mistakesInSteps(String step, String problem) {
            String expected = step.equals("- stop:") ? problem.replace("6:11", "6:16") : problem;
            assertThat(problemsOf(steps(step))).containsExactly(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {
            "- log: { message: 5, loggingLevel: warn }",
            "- split: { simple: a, parallelProcessing: 'true', stopOnException: '{{x:true}}', steps: [ { log: a } ] }",
            "- doTry: { steps: [ { log: a } ], doCatch: [ { exception: java.lang.Exception, steps: [ { log: b } ] } ] }",
            "- aggregate: { correlationExpression: { constant: a }, aggregationStrategy: '#class:java.lang.String', "
                    + "completionSize: 3, completionTimeout: 500, steps: [ { log: a } ] }",
            "- setBody: { expression: { simple: { expression: a, trim: true } } }",
            "- marshal: { json: {} }",
        })
        void whatTheLoaderTakes(String step) {
            assertThat(problemsOf(steps(step))).isEmpty();
        }

        @Test
        void unknownElementAndNoSteps() {
            assertThat(problemsOf(file("a.camel.yaml", """
                    - rout: { id: a }
                    - route: { id: b, from: { uri: "timer:b", steps: [] } }
                    - route: { id: c, from: { uri: "timer:c" } }
                    """))).containsExactly(
                    "1:3 unknown element 'rout'; did you mean 'route'?",
                    "2:50 a route needs at least one step; add one to route.from.steps",
                    "3:25 route.from lacks 'steps'; add it");
        }
    }

    @Nested
    class Endpoints {

        @ParameterizedTest
        @CsvSource(delimiter = '~', textBlock = """
                - to: 'fil:x'                                 ~ 6:15 unknown component 'fil'; did you mean 'file'?
                - to: 'whatever:x'                            ~ 6:15 unknown component 'whatever'; check the name, or put the component's jar on the class path
                - to: 'log:x?showAl=true'                     ~ 6:15 unknown option 'showAl' of log; did you mean 'showAll'?
                - to: { uri: 'log:x', parameters: { showAl: true } } ~ 6:45 unknown option 'showAl' of log; did you mean 'showAll'?
                - to: { uri: 'log:x?showAll=true', parameters: { level: INFO } } ~ 6:22 options stand both in the uri and under parameters; keep one place, parameters for instance
                - toD: 'fil:${body}'                          ~ 6:16 unknown component 'fil'; did you mean 'file'?
                - recipientList: { constant: 'log:a,lug:b' }  ~ 6:38 unknown component 'lug'; did you mean 'log'?
                - to: '{{x:lug:b}}'                           ~ 6:15 unknown component 'lug'; did you mean 'log'?
                - to: 'direct:nowhere'                        ~ 6:15 no route begins with direct:nowhere; add one or take this step out
                - enrich: { constant: 'seda:nowhere' }        ~ 6:31 no route begins with seda:nowhere; add one or take this step out
                """)
        void mistakes(String step, String problem) {
            assertThat(problemsOf(steps(step))).containsExactly(problem);
        }

        @ParameterizedTest
        @ValueSource(strings = {
            "- to: 'log:x?showAll=true&exchangePattern=InOnly'",
            "- toD: 'log:x?${body}=1'",
            "- toD: '${header.where}'",
            "- to: '{{where}}:x'",
            "- to: 'file:x?fileName=RAW(a&b=c)&noop=true&scheduler.a=1'",
            "- to: { uri: 'sql:select a, b from t where c = :#x', parameters: { dataSource: '{{ds}}' } }",
        })
        void right(String step) {
            assertThat(problemsOf(steps(step))).isEmpty();
        }

        @Test
        void componentsOfOurOwnNeedNoServiceFile() {
            SourceFile route = steps("- to: journal:x?any=1");
            assertThat(new RouteValidator(Fixtures.surroundings().withComponents(Set.of("journal")))
                            .validate(List.of(route), List.of()))
                    .isEmpty();
            assertThat(problemsOf(route)).hasSize(1);
        }

        @Test
        void aDoorNamedByParameterCounts() {
            assertThat(problemsOf(file("a.camel.yaml", """
                    - route: { id: a, from: { uri: "timer:a", steps: [ { to: { uri: direct, parameters: { name: b } } } ] } }
                    - route: { id: b, from: { uri: "direct:b", steps: [ { to: "direct:c" } ] } }
                    """))).containsExactly("2:59 no route begins with direct:c; did you mean 'direct:b'?");
        }
    }

    @Nested
    class Beans {

        @ParameterizedTest
        @CsvSource(delimiter = '~', textBlock = """
                - bean: { ref: ledgr, method: mode }            ~ 6:24 unknown bean 'ledgr'; did you mean 'ledger'?
                - bean: nosuch                                  ~ 6:17 unknown bean 'nosuch'; declare it under beans or take the reference out
                - bean: { ref: ledger, method: mod }            ~ 6:40 bean 'ledger' (Ledger) has no public method 'mod'; did you mean 'mode'?
                - to: 'bean:ledger?method=recordEntri'          ~ 6:15 bean 'ledger' (Ledger) has no public method 'recordEntri'; did you mean 'recordEntry'?
                - to: 'sql:select 1?dataSource=#ledgr'          ~ 6:15 unknown bean 'ledgr'; did you mean 'ledger'?
                - setBody: { simple: 'a ${bean:ledgr?method=mode} b' } ~ 6:30 unknown bean 'ledgr'; did you mean 'ledger'?
                - setBody: { simple: '${bean:ledger.mod}' }     ~ 6:30 bean 'ledger' (Ledger) has no public method 'mod'; did you mean 'mode'?
                - setBody: { method: { ref: ledger, method: kep } } ~ 6:53 bean 'ledger' (Ledger) has no public method 'kep'; did you mean 'keep'?
                - process: { ref: '#class:a.b.C' }              ~ 6:27 class a.b.C is not there; check the name, or put its jar beside the components
                - split: { simple: a, aggregationStrategy: '#bean:ledgr', steps: [ { log: a } ] } ~ 6:52 unknown bean 'ledgr'; did you mean 'ledger'?
                """)
        void mistakes(String step, String problem) {
            assertThat(problemsOf(steps(step))).containsExactly(problem);
        }

        @ParameterizedTest
        @ValueSource(strings = {
            "- bean: { ref: ledger, method: 'keep(${body})' }",
            "- bean: { ref: '{{which}}', method: any }",
            "- bean: { beanType: java.lang.String, method: length }",
            "- toD: 'log:x?marker=#${body}'",
            "- setBody: { constant: '${bean:nosuch} #nosuch' }",
        })
        void right(String step) {
            assertThat(problemsOf(steps(step))).isEmpty();
        }

        @Test
        void declaredBeansAreKnownWithTheirClasses() {
            assertThat(problemsOf(file("a.camel.yaml", """
                    - beans:
                        - { name: joiner, type: "java.util.StringJoiner", constructors: { "0": "," } }
                        - { name: gone, type: "#class:a.b.Gone", properties: { x: "#ledgr" } }
                    - route: { id: a, from: { uri: "timer:a", steps: [ { bean: { ref: joiner, method: ad } }, { bean: gone } ] } }
                    """))).containsExactly(
                    "3:27 class a.b.Gone is not there; check the name, or put its jar beside the components",
                    "3:63 unknown bean 'ledgr'; did you mean 'ledger'?",
                    "4:83 bean 'joiner' (StringJoiner) has no public method 'ad'; did you mean 'add'?");
        }
    }

    @Nested
    class IdsAndOrder {

        @Test
        void idsOfRoutesAndStepsShareOneSpace() {
            assertThat(problemsOf(file("a.camel.yaml", """
                    - route: { id: a, from: { uri: "timer:a", steps: [ { log: { id: b, message: x } } ] } }
                    - route: { id: b, from: { uri: "timer:b", steps: [ { log: x } ] } }
                    - route: { from: { uri: "timer:c", steps: [ { log: x } ] } }
                    - onException: { exception: [ java.lang.Exception ], steps: [ { log: x } ] }
                    """))).containsExactly(
                    "2:16 id 'b' is taken by a.camel.yaml line 1; ids of routes and steps must differ across all files",
                    "3:3 the route has no id; add one that begins with the file's name",
                    "4:3 onException must stand before the first route of the file (line 1); move it up");
        }

        @Test
        void houseStyleAsksForIdsAndDescriptions() {
            SourceFile route = steps("- to: log:a\n- to: { uri: log:b, id: b }");
            assertThat(Fixtures.lines(new RouteValidator(Fixtures.surroundings().inHouseStyle())
                            .validate(List.of(route), List.of())))
                    .containsExactly(
                            "1:3 the route has no description; say in a few words what it does",
                            "6:11 step 'to' has no description; add one",
                            "6:11 step 'to' has no id; add one",
                            "7:11 step 'to' has no description; add one");
        }
    }

    @Nested
    class Properties {

        @ParameterizedTest
        @CsvSource(delimiter = '~', textBlock = """
                - log: 'a {{buildlog.embedings}}'  ~ 6:16 unknown property {{buildlog.embedings}}; did you mean 'buildlog.embeddings'?
                - log: 'a {{buildlog.nothing}}'    ~ 6:16 unknown property {{buildlog.nothing}}; give it a default, {{buildlog.nothing:...}}
                - log: 'a {{buildlg.out}}'         ~ 6:16 unknown property {{buildlg.out}}; did you mean 'buildlog.out'?
                """)
        void unknown(String step, String problem) {
            assertThat(problemsOf(steps(step))).containsExactly(problem);
        }

        @ParameterizedTest
        @ValueSource(strings = {
            "{{buildlog.out}}", "{{buildlog.new:x}}", "{{?buildlog.new}}", "{{env:HOME}}", "{{team.own}}", "{{a:{{buildlog.out}}}}"
        })
        void known(String text) {
            assertThat(problemsOf(steps("- log: '" + text + "'"))).isEmpty();
        }
    }
}
