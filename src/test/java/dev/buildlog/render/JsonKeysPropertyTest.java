package dev.buildlog.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonKeysPropertyTest {

    @Property(tries = 1_000)
    void takesBackWhatItAddedToTheByte(@ForAll("documents") String document, @ForAll("texts") List<String> first,
            @ForAll("texts") List<String> second) {
        String once = written(document, first);
        assertThat(apply(once, first)).isInstanceOf(FileChange.Unchanged.class);
        String twice = first.equals(second) ? once : written(once, second);
        FileChange back = apply(twice, List.of());
        assertThat(back.edited()).isFalse();
        assertThat(new String(((FileChange.Removed) back).content(), StandardCharsets.UTF_8)).isEqualTo(document);
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> space = Arbitraries.of("", " ", "\n", "\r\n\t", "  ");
        Arbitrary<String> value = Arbitraries.of("1", "-2.50e3", "null", "true", "\"\\u00e9 ü \\\" }\"", "[1, [ ]]", "{\"x\" :{}}");
        Arbitrary<String> element = Arbitraries.of("\"A\"", "\"Mine\"", "7", "{\"rules\": 1}");
        Arbitrary<String> rules = Combinators.combine(space, element.list().ofMaxSize(3))
                .as((s, elements) -> "\"rules\"" + s + ":" + s + "[" + s + String.join(s + "," + s, elements) + s + "]");
        Arbitrary<String> other = Combinators.combine(Arbitraries.of("a", "ü", "x y", "_x"), space, value)
                .as((key, s, v) -> "\"" + key + "\"" + s + ":" + s + v);
        Arbitrary<List<String>> members = Combinators.combine(other.list().ofMaxSize(3), rules.optional(), other.list().ofMaxSize(2))
                .as((before, some, after) -> {
                    List<String> all = new ArrayList<>(before);
                    some.ifPresent(all::add);
                    all.addAll(after);
                    return all;
                });
        return Combinators.combine(Arbitraries.of("", "\uFEFF"), space, members, space)
                .as((bom, s, all, end) -> bom + end + "{" + s + String.join(s + "," + s, all) + s + "}" + end);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of("A", "B", "Say \"no\"", "Grün → gut \\ /", "{ }").list().uniqueElements().ofMinSize(1).ofMaxSize(4);
    }

    private static String written(String file, List<String> texts) {
        return new String(((FileChange.Written) apply(file, texts)).content(), StandardCharsets.UTF_8);
    }

    private static FileChange apply(String file, List<String> texts) {
        Map<String, String> byId = new LinkedHashMap<>();
        texts.forEach(text -> byId.put("wf-" + text.hashCode(), text));
        return JsonKeys.apply("settings.json", file.getBytes(StandardCharsets.UTF_8), byId, "pol-" + texts.hashCode());
    }
}
