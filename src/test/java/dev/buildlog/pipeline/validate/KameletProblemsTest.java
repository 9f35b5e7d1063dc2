package dev.buildlog.pipeline.validate;

import static dev.buildlog.pipeline.validate.Fixtures.file;
import static dev.buildlog.pipeline.validate.Fixtures.lines;
import static dev.buildlog.pipeline.validate.Fixtures.problemsOf;
import static dev.buildlog.pipeline.validate.Fixtures.steps;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KameletProblemsTest {

    private static final String GOOD = """
            apiVersion: camel.apache.org/v1
            kind: Kamelet
            metadata: { name: shout-action, labels: { camel.apache.org/kamelet.type: action } }
            spec:
              definition:
                title: Shout
                description: Says it louder.
                required: [ to ]
                properties:
                  to: { title: To whom, type: string }
                  mark: { title: Mark, type: string, default: "!" }
              template:
                beans:
                  - { name: buffer, type: "#class:java.lang.StringBuilder" }
                from:
                  uri: kamelet:source
                  steps:
                    - bean: { ref: "{{buffer}}", method: append }
                    - log: "{{to}} {{mark}}"
            """;

    private static final SourceFile SHOUT = file("shout-action.kamelet.yaml", GOOD);

    private static List<String> kamelet(String text) {
        return lines(Fixtures.VALIDATOR.validate(List.of(), List.of(file("shout-action.kamelet.yaml", text))));
    }

    @Test
    void rightOne() {
        assertThat(kamelet(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            name: shout-action      ~ name: shot-action    ~ 3:19 metadata.name is 'shot-action' but the file is shout-action.kamelet.yaml; both must say the same
            type: action }          ~ type: sink }         ~ 3:74 a Kamelet of type sink has a name that ends with -sink, not 'shout-action'; rename it or change the label
            type: action }          ~ type: aktion }       ~ 3:74 label camel.apache.org/kamelet.type must be source, action or sink
            title: Shout            ~ titel: Shout         ~ 6:5 unknown key 'titel' in spec.definition; did you mean 'title'?
            description: Says it louder. ~ example: x      ~ 6:5 spec.definition lacks 'description'; add it
            default: "!"            ~ defualt: "!"         ~ 11:42 unknown key 'defualt' in property 'mark'; did you mean 'default'?
            title: Mark, type: string ~ title: Mark        ~ 11:7 property 'mark' needs a type: string, integer, number, boolean
            title: Mark,            ~ example: x,          ~ 11:7 property 'mark' needs a title or a description
            required: [ to ]        ~ required: [ to, mrk ] ~ 8:21 required names 'mrk', which is no property; did you mean 'mark'?
            required: [ to ]        ~ required: [ ]        ~ 10:7 property 'to' has no default; give it one or list it under required
            {{to}} {{mark}}         ~ {{to}}               ~ 11:7 property 'mark' is declared but not used; use {{mark}} in the template or take it out
            {{to}} {{mark}}         ~ {{to}} {{mark}} {{tone}} ~ 19:16 {{tone}} is used but not declared; add it to spec.definition.properties
            uri: kamelet:source     ~ uri: timer:x         ~ 16:12 the template of a Kamelet of type action begins with 'uri: kamelet:source'
            steps:                  ~ stepz:               ~ 17:7 unknown key 'stepz' in template.from; did you mean 'steps'?
            method: append          ~ method: appendix     ~ 18:46 bean '{{buffer}}' (StringBuilder) has no public method 'appendix'; did you mean 'append'?
            {{buffer}}              ~ buffer               ~ 18:24 bean 'buffer' belongs to this Kamelet; write '{{buffer}}'
            kind: Kamelet           ~ kind: Camelet        ~ 1:1 this is no Kamelet; begin with 'apiVersion: camel.apache.org/v1' and 'kind: Kamelet'
            """)
    void oneMistake(String right, String wrong, String problem) {
        assertThat(GOOD).contains(right);
        assertThat(kamelet(GOOD.replace(right, wrong))).containsExactly(problem);
    }

    @Test
    void templateMissing() {
        assertThat(kamelet(GOOD.substring(0, GOOD.indexOf("  template:"))))
                .containsExactly("5:3 the template needs 'from' with uri and steps; add it");
    }

    @Test
    void sourceThatKeepsItsMessages() {
        String source = GOOD.replace("type: action", "type: source").replace("shout-action", "shout-source");
        assertThat(lines(Fixtures.VALIDATOR
                        .validate(List.of(), List.of(file("shout-source.kamelet.yaml", source)))))
                .containsExactly("13:5 a source must hand its messages on; end its steps with 'to: kamelet:sink'");
    }

    @Test
    void twoOfOneTitle() {
        SourceFile other = file("whisper-action.kamelet.yaml", GOOD.replace("shout-action", "whisper-action"));
        assertThat(lines(Fixtures.VALIDATOR.validate(List.of(), List.of(SHOUT, other))))
                .containsExactly("6:12 title 'Shout' is also that of shout-action.kamelet.yaml; tell them apart");
    }

    @Test
    void houseStyleIsStricter() {
        SourceFile terse = file("shout-action.kamelet.yaml", GOOD.replace("louder.", "louder"));
        assertThat(lines(new RouteValidator(Fixtures.surroundings().inHouseStyle()).validate(List.of(), List.of(terse))))
                .containsExactly(
                        "7:18 end the description with a full stop",
                        "10:7 property 'to' needs a title and a description",
                        "11:7 property 'mark' needs a title and a description");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            - to: 'kamelet:shot-action?to=a'       ~ 6:15 unknown Kamelet 'shot-action'; did you mean 'shout-action'?
            - to: 'kamelet:nothing-like-it'        ~ 6:15 unknown Kamelet 'nothing-like-it'; add nothing-like-it.kamelet.yaml to the components
            - to: 'kamelet:shout-action'           ~ 6:15 Kamelet 'shout-action' needs the parameter 'to' (To whom); add it under parameters
            - to: 'kamelet:shout-action?to=a&marc=?' ~ 6:15 Kamelet 'shout-action' has no parameter 'marc'; did you mean 'mark'?
            - to: { uri: kamelet:shout-action, parameters: { to: a, marc: b } } ~ 6:65 Kamelet 'shout-action' has no parameter 'marc'; did you mean 'mark'?
            - to: { uri: kamelet:shout-action/one, parameters: { too: a } } ~ 6:62 Kamelet 'shout-action' has no parameter 'too'; did you mean 'to'?
            - kamelet: { name: shout-action }      ~ 6:11 the kamelet step breaks a later split; write 'to: kamelet:shout-action'
            - to: kamelet:sink                     ~ 6:15 kamelet:sink stands for the caller inside a Kamelet; in a route, name the Kamelet to call
            """)
    void wrongCall(String step, String problem) {
        assertThat(problemsOf(steps(step), SHOUT)).containsExactly(problem);
    }

    @Test
    void rightCalls() {
        assertThat(problemsOf(steps("""
                - to: 'kamelet:shout-action?to=a&mark=?&bridgeErrorHandler=true'
                - to: { uri: kamelet, parameters: { templateId: shout-action, to: you } }
                - toD: 'kamelet:shout-action?to=${body}'
                - toD: 'kamelet:${header.which}-action'
                """), SHOUT)).isEmpty();
    }

    @Test
    void anActionBeginsNoRoute() {
        assertThat(problemsOf(file("a.camel.yaml", """
                - route: { id: a, from: { uri: "kamelet:shout-action?to=a", steps: [ { log: x } ] } }
                """), SHOUT))
                .containsExactly("1:32 'shout-action' is of type action and cannot begin a route; call it with to");
    }

    @Test
    void aDoorThatACallerNamesIsCheckedWithTheCaller() {
        SourceFile forward = file("shout-action.kamelet.yaml", GOOD.replace("- log: \"{{to}} {{mark}}\"",
                "- log: \"{{mark}}\"\n        - to: \"direct:{{to}}\""));
        assertThat(problemsOf(file("a.camel.yaml", """
                - route: { id: a, from: { uri: "direct:a", steps: [ { to: "kamelet:shout-action?to=a" } ] } }
                - route: { id: b, from: { uri: "direct:b", steps: [ { to: "kamelet:shout-action?to=nowhere" } ] } }
                """), forward))
                .containsExactly("2:59 no route begins with direct:nowhere (through shout-action); add one or take this step out");
    }

    @Test
    void anUnreadableFileIsReportedAloneAndNotAsMissing() {
        SourceFile broken = file("shout-action.kamelet.yaml", "a: [");
        assertThat(problemsOf(steps("- to: kamelet:shout-action"), broken)).singleElement().asString()
                .contains("this is not YAML");
    }

    /** Camel would say no more than "Property with key [buffer] not found". */
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            r ~ buffer ~ a      ~ 1:67 'buffer' is the id of the step and also a bean in shout-action.kamelet.yaml, and Camel then does not find the bean; rename one of them
            buffer ~ s ~ a      ~ 1:67 'buffer' is the id of the route and also a bean in shout-action.kamelet.yaml, and Camel then does not find the bean; rename one of them
            r ~ s ~ buffer      ~ 1:62 'buffer' is the value of parameter 'to' and also a bean in shout-action.kamelet.yaml, and Camel then does not find the bean; rename one of them
            """)
    void aValueNamedLikeABeanOfTheKamelet(String route, String step, String to, String problem) {
        assertThat(problemsOf(file("a.camel.yaml", "- from: { uri: 'timer:x', id: " + route + ", steps: [{ to: { id: " + step
                + ", uri: 'kamelet:shout-action?to=" + to + "' }}]}"), SHOUT)).isEqualTo(List.of(problem));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            '!'            ~ the name of a parameter's default
            shout-action   ~ the name of the Kamelet
            """)
    void aBeanNamedLikeWhatItsKameletSays(String bean, String what) {
        assertThat(kamelet(GOOD.replace("name: buffer", "name: \"" + bean + "\"").replace("{{buffer}}", "{{" + bean + "}}")))
                .singleElement().asString().contains("bean '" + bean + "' has " + what);
    }
}
