package dev.buildlog.render;

import java.util.ArrayList;
import java.util.List;

/** The page about the targets, made from their descriptors. */
public final class TargetCatalogue {

    private static final String HEAD = """
            # Targets

            Made from the descriptors in `components/targets`; change those, not this page. A descriptor of your own goes into
            `.buildlog/components/targets`; one with the name of a shipped target replaces it.

            How buildlog owns a file: of a *managed block* what lies between its markers; a *whole file*, which a stamp below
            the front matter shows to be its own; of *JSON keys* `_buildlog` and what that key accounts for in `rules`. What a person
            has edited there is left alone, with a copy in `.buildlog/conflicts`, until `buildlog render --force`.

            Rules that would exceed a limit stay out, the last of the policy first, and are named. Tokens are counted over what
            buildlog writes, at three bytes each; the other limits over the whole file. A file that is always read gets at most
            `publish.max_tokens`, 1500 unless set, where its target has no such limit. Targets that share a file share its
            least limits.

            | Target | File | Read | Wording | Owned as | Limits | Its agent reads too | Known since |
            |---|---|---|---|---|---|---|---|
            """;

    private TargetCatalogue() {}

    /** The page as Markdown. */
    public static String markdown(Targets targets) {
        StringBuilder page = new StringBuilder(HEAD);
        for (Target target : targets.all()) {
            page.append("| `").append(target.id()).append('`');
            target.formerly().forEach(name -> page.append(" (formerly `").append(name).append("`)"));
            page.append(", ").append(target.title())
                    .append(" | `").append(target.path())
                    .append("` | ").append(words(target.scope()))
                    .append(" | ").append(words(target.wording()))
                    .append(" | ").append(words(target.ownership()))
                    .append(" | ").append(String.join(", ", limits(targets.get(target.id()).limits())))
                    .append(" | ").append(String.join(", ", target.reads().stream().map(id -> "`" + id + "`").toList()))
                    .append(" | [").append(target.facts().date()).append("](").append(target.facts().source()).append(") |\n");
        }
        return page.toString();
    }

    /** The limits in words; empty for none. */
    static List<String> limits(Limits limits) {
        List<String> words = new ArrayList<>();
        add(words, limits.bytes(), "bytes");
        add(words, limits.characters(), "characters");
        add(words, limits.lines(), "lines");
        add(words, limits.tokens(), "tokens");
        return words;
    }

    private static void add(List<String> words, int limit, String unit) {
        if (limit > 0) {
            words.add(limit + " " + unit);
        }
    }

    private static String words(Enum<?> constant) {
        String spelled = Target.spelled(constant).replace('-', ' ');
        return constant == Target.Ownership.JSON_KEYS ? "JSON keys" : spelled;
    }
}
