package dev.buildlog.curate.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The checks in their order: first what hides, so that the later ones read what a model would read. */
public final class Checks {

    /** Checks that hold for a rule only: files have lines, headings and front matter. */
    private static final Set<String> OF_RULES = Set.of("line-breaks", "structure", "front-matter", "block-markers", "spaces");

    private final List<Check> checks;

    private Checks(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    /**
     * All checks.
     *
     * @param secrets takes secrets out; stands where what hides them is gone
     * @param hosts where links may lead
     * @param forbidden a team's own expressions
     */
    public static Checks all(Check secrets, Hosts hosts, List<Pattern> forbidden) {
        return new Checks(List.of(
                new Encoding(), new NormalForm(), new Spaces(), new ControlCharacters(), new LineBreaks(),
                new Smuggled(), new Bidirectional(), new InvisibleCharacters(), new PrivateUse(),
                new LookAlikes(), new SpelledOut(),
                secrets,
                new BlockMarkers(), new Comments(), new CommentEnds(),
                new KnownAttacks("active-html", "Tags that act, and tags whose content is not shown."),
                new RawHtml(), new HiddenMarkdown(), new Images(), new DataUris(),
                new Addresses(), new Links(hosts),
                new EncodedRuns(),
                new KnownAttacks("commands", "Commands that run unread downloads, destroy, open a machine or switch off its guards."),
                new KnownAttacks("exfiltration", "Commands and sentences that carry secrets away."),
                new KnownAttacks("unguarded", "Advice to switch off checks, or to do without them."),
                new KnownAttacks("hijack",
                        "Orders to a reading model: to drop its instructions, play a role, keep silent, approve unread."),
                new KnownAttacks("wire-format", "Role tags, tool calls and other marks of a model's own format."),
                new Intent(),
                new FrontMatter(), new Structure(), new Forbidden(forbidden)));
    }

    /** These checks without those of these ids. */
    public Checks without(Collection<String> ids) {
        List<Check> kept = new ArrayList<>(checks);
        kept.removeIf(check -> ids.contains(check.id()));
        return new Checks(kept);
    }

    /** These checks as they hold for a line of a file. */
    public Checks ofFiles() {
        return without(OF_RULES);
    }

    /** The checks in their order. */
    public List<Check> list() {
        return checks;
    }

    /** Their ids, sorted. */
    public Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        checks.forEach(check -> ids.add(check.id()));
        return ids;
    }
}
