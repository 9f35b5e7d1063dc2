package dev.buildlog.seed;

import dev.buildlog.curate.Gate;
import dev.buildlog.curate.Similarity;
import dev.buildlog.curate.Tags;
import dev.buildlog.model.CandidateRule;
import dev.buildlog.model.Details;
import dev.buildlog.model.Insight;
import dev.buildlog.model.SeedRule;
import dev.buildlog.model.SeedRule.Reference;
import dev.buildlog.model.SourceReading;
import dev.buildlog.seed.Draft.SetAside;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes rules of a persona from what its sources hold: those that say the same become one, and what is incomplete or could play
 * tricks on a reader is set aside, each with its reason; the others go on.
 */
public final class Generator {

    private static final String BETWEEN_HEADINGS = " > ";

    private final PersonaName persona;
    private final Map<String, Similarity> backends;
    private final boolean keepsIncomplete;

    private record Found(Source source, CandidateRule candidate) {}

    /**
     * @param backends similarity backends by name
     * @param keepsIncomplete whether rules without context, antipattern or rationale are taken all the same
     */
    public Generator(PersonaName persona, Map<String, Similarity> backends, boolean keepsIncomplete) {
        this.persona = persona;
        this.backends = backends;
        this.keepsIncomplete = keepsIncomplete;
    }

    /** @param readings the sources in order of precedence, with what the route found in each */
    public Draft draft(Map<Source, SourceReading> readings) {
        List<SetAside> setAside = new ArrayList<>();
        List<Found> found = new ArrayList<>();
        readings.forEach((source, reading) -> {
            missing(source, reading).forEach(section -> setAside.add(
                    new SetAside(source.url(), 0, "", "it has no section called '" + section + "'")));
            reading.candidates().stream().filter(candidate -> counts(source, candidate.insight()))
                    .forEach(candidate -> found.add(new Found(source, candidate)));
        });
        List<Found> safe = new ArrayList<>();
        for (Found one : found) {
            objection(one.candidate()).ifPresentOrElse(reason -> setAside.add(aside(one, reason)), () -> safe.add(one));
        }
        int[] leaders = Duplicates.leaders(safe.stream().map(one -> one.candidate().insight()).toList(), backends);
        Map<Integer, List<Found>> groups = new LinkedHashMap<>();
        for (int i = 0; i < leaders.length; i++) {
            groups.computeIfAbsent(leaders[i], leader -> new ArrayList<>()).add(safe.get(i));
        }
        List<SeedRule> rules = new ArrayList<>();
        groups.values().forEach(group -> {
            SeedRule rule = rule(group);
            List<String> missing = missing(rule);
            if (missing.isEmpty() || keepsIncomplete) {
                rules.add(rule);
            } else {
                setAside.add(aside(group.get(0), "it has no " + String.join(" and no ", missing)));
            }
        });
        return new Draft(rules, setAside, found.size(), safe.size() - groups.size());
    }

    private static SetAside aside(Found one, String reason) {
        Insight insight = one.candidate().insight();
        return new SetAside(one.source().url(), insight.line(), insight.text(), reason);
    }

    private static List<String> missing(Source source, SourceReading reading) {
        return source.sections().stream()
                .filter(section -> reading.candidates().stream().noneMatch(one -> isUnder(one.insight(), section)))
                .toList();
    }

    private static boolean counts(Source source, Insight insight) {
        return source.sections().isEmpty() || source.sections().stream().anyMatch(section -> isUnder(insight, section));
    }

    private static boolean isUnder(Insight insight, String section) {
        return Arrays.stream(insight.section().split(BETWEEN_HEADINGS)).anyMatch(section.strip()::equalsIgnoreCase);
    }

    /** What speaks against showing a rule to anyone at all. */
    private static Optional<String> objection(CandidateRule candidate) {
        Details said = candidate.details();
        List<String> texts = List.of(candidate.insight().text(), said.context(), said.antipattern(), said.rationale(),
                said.severity(), said.scope());
        if (texts.stream().anyMatch(text -> text.length() > SeedReader.LONGEST)) {
            return Optional.of("one of its texts is longer than " + SeedReader.LONGEST + " characters");
        }
        return texts.stream().flatMap(text -> Gate.objectionToPassage(text).stream()).findFirst().map(reason -> "it " + reason);
    }

    /** What a rule lacks of what makes it complete. */
    private static List<String> missing(SeedRule rule) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("context", rule.context());
        texts.put("antipattern", rule.antipattern());
        texts.put("rationale", rule.rationale());
        return texts.entrySet().stream().filter(text -> text.getValue().isBlank()).map(Map.Entry::getKey).toList();
    }

    /** The first of a group speaks for all; the others fill what it leaves open, and are referred to. */
    private SeedRule rule(List<Found> group) {
        Insight first = group.get(0).candidate().insight();
        Details details = group.stream().map(one -> one.candidate().details()).reduce(Details.NONE, Details::or);
        TreeSet<String> tags = new TreeSet<>(Tags.of(first.text()));
        group.forEach(one -> tags.addAll(one.candidate().tags()));
        heading(first).ifPresent(tags::add);
        List<Reference> references = group.stream()
                .map(one -> new Reference(one.source().url(), one.source().name()))
                .distinct()
                .toList();
        String category = group.stream().map(one -> one.candidate().insight().category())
                .filter(one -> !one.isEmpty() && !one.equals(SeedRule.GENERAL))
                .findFirst()
                .orElse(SeedRule.GENERAL);
        SeedRule rule = new SeedRule(first.text(), category, details.context(), details.antipattern(), details.rationale(),
                List.copyOf(tags), references, Map.of());
        return new SeedRule(rule.rule(), category, rule.context(), rule.antipattern(), rule.rationale(), rule.tags(), references,
                provenance(group, details, missing(rule)));
    }

    private Map<String, Object> provenance(List<Found> group, Details details, List<String> missing) {
        Found first = group.get(0);
        Insight insight = first.candidate().insight();
        double confidence = group.stream().mapToDouble(one -> one.candidate().confidence()).max().orElse(1);
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("id", SeedId.of(persona, insight.text()));
        provenance.put("domain", first.source().domain());
        provenance.put("derivation", confidence < 1 ? "derived" : "explicit");
        provenance.put("confidence", confidence);
        Stream.of(Map.entry("severity", details.severity()), Map.entry("scope", details.scope()))
                .filter(said -> !said.getValue().isEmpty())
                .forEach(said -> provenance.put(said.getKey(), said.getValue()));
        provenance.put("extractor", insight.extractor());
        provenance.put("source", first.source().url());
        provenance.put("section", insight.section());
        provenance.put("line", insight.line());
        if (!missing.isEmpty()) {
            provenance.put("incomplete", missing);
        }
        return provenance;
    }

    /** The innermost heading as a tag. */
    private static Optional<String> heading(Insight insight) {
        String[] headings = insight.section().split(BETWEEN_HEADINGS);
        String tag = headings[headings.length - 1].toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return tag.isEmpty() || tag.length() > 60 || tag.equalsIgnoreCase(insight.text()) ? Optional.empty() : Optional.of(tag);
    }
}
