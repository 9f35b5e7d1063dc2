package dev.buildlog.curate;

import dev.buildlog.curate.gate.Action;
import dev.buildlog.curate.gate.Checks;
import dev.buildlog.curate.gate.Edition;
import dev.buildlog.curate.gate.Examination;
import dev.buildlog.curate.gate.Hosts;
import dev.buildlog.curate.gate.Verdict;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Sha256;
import dev.buildlog.model.Standing;
import dev.buildlog.model.Stopped;
import dev.buildlog.model.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps rules from the agents whose text could hide something from a reader, break out of the block it is shown in, give orders
 * to a reading model or have it run a harmful command. What can be made harmless goes out without what was harmful. What it stops
 * is not lost: it waits among the rules for a person.
 */
public class Gate {

    /** Texts whose verdict is remembered: the same rules come by at each publication. */
    private static final int REMEMBERED = 50_000;

    /** What stands for nothing in settings, which have no empty values. */
    private static final String NONE = "none";

    private static final Gate SHIPPED = new Gate();

    private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
    private Set<String> off = Set.of();
    private Set<String> released = Set.of();
    private List<String> hosts = List.of();
    private List<Pattern> forbidden = List.of();
    private String allow = NONE;
    private Passes passes = Passes.NONE;
    private volatile @Nullable Examination examination;

    /**
     * What a team forbids besides: regular expressions, one a line; a rule in which one finds something is kept back.
     *
     * @throws BuildlogException BAD_CONFIGURATION if one is no regular expression
     */
    public void setForbidden(String forbidden) {
        this.forbidden = forbidden.lines().map(String::strip).filter(line -> !line.isEmpty()).map(Gate::pattern).toList();
    }

    /**
     * Hosts to which rules may link besides the shipped ones, with commas between them; {@code *.} stands for all below a name,
     * {@code none} alone for no host.
     */
    public void setHosts(String hosts) {
        this.hosts = hosts.strip().equals(NONE) ? List.of() : words(hosts);
    }

    /** Expressions of what is no secret, as {@link Redactor#setAllow} takes them. */
    public void setAllow(String allow) {
        this.allow = allow.strip();
    }

    /**
     * Ids of checks that are left out, with commas between them.
     *
     * @throws BuildlogException BAD_CONFIGURATION if there is no such check
     */
    public void setOff(String off) {
        for (String id : words(off)) {
            if (!Shipped.ALL.ids().contains(id)) {
                throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "gate-action: there is no check '" + id + "'"
                        + Suggestion.hintOrList(id, Shipped.ALL.ids(), ""), null);
            }
        }
        this.off = Set.copyOf(words(off));
    }

    /** Standings, with commas between them, in which a person has released a rule: one that waits goes out, a refused one never. */
    public void setReleased(String released) {
        this.released = Set.copyOf(words(released));
    }

    /** Where it is kept which texts pass, also for other processes. */
    public void setPasses(Passes passes) {
        this.passes = passes;
    }

    /** A gate with these hosts and exceptions, as the settings have them: the shipped one where they name none. */
    public static Gate of(String hosts, String allow) {
        if (hosts.strip().equals(NONE) && allow.strip().equals(NONE)) {
            return SHIPPED;
        }
        Gate gate = new Gate();
        gate.setHosts(hosts);
        gate.setAllow(allow);
        return gate;
    }

    /** The candidates as they may be shown, without the rules that must not be; those are among the stopped, each with its reason. */
    public Candidates check(Candidates candidates) {
        ready(candidates.rules().stream().map(candidate -> candidate.rule().text()).toList(), passes);
        List<Candidate> passed = new ArrayList<>();
        List<Stopped> stopped = new ArrayList<>(candidates.stopped());
        for (Candidate candidate : candidates.rules()) {
            Verdict verdict = verdict(candidate.rule().text());
            boolean goes = switch (verdict.action()) {
                case PASS, STRIP, REDACT -> true;
                case QUARANTINE -> candidate.terms().released() || released.contains(candidate.standing().name().toLowerCase());
                case REFUSE -> false;
            };
            if (goes) {
                passed.add(candidate.withText(verdict.text()));
            } else if (candidate.standing() == Standing.OPEN || candidate.standing().isLetOut()) {
                stopped.add(new Stopped(candidate.rule(), verdict.reason().orElse("")));
            }
        }
        return new Candidates(candidates.request(), candidates.at(), passed, stopped);
    }

    /** Has the verdicts on {@code texts} at hand, so that those that {@code known} knows to pass need not be examined one by one. */
    public void ready(Collection<String> texts, Passes known) {
        Set<String> open = new HashSet<>(texts);
        open.removeAll(verdicts.keySet());
        if (open.isEmpty()) {
            return;
        }
        String gate = fingerprint();
        Set<String> passing = known.among(gate, open);
        passing.forEach(text -> verdicts.put(text, Verdict.pass(text)));
        open.removeAll(passing);
        List<String> fresh = open.stream().filter(text -> verdict(text).isPassOf(text)).toList();
        if (!fresh.isEmpty()) {
            known.keep(gate, fresh);
        }
    }

    /** What tells this gate from others: its edition and all that a team has set. Equal ones come to equal verdicts. */
    public String fingerprint() {
        return Sha256.of(String.join("\n", Edition.present(), new TreeSet<>(off).toString(), hosts.toString(), allow,
                forbidden.toString())).substring(0, 32);
    }

    /** What this gate thinks of {@code text}. */
    public Verdict verdict(String text) {
        if (text.length() > Examination.LONGEST) {
            return examination().of(text);
        }
        if (verdicts.size() > REMEMBERED) {
            verdicts.clear();
        }
        // not examination()::of, which would read all lists before it is known whether they are needed
        return verdicts.computeIfAbsent(text, one -> examination().of(one));
    }

    /** The checks of this gate in their order. */
    public Checks checks() {
        boolean shipped = hosts.isEmpty() && forbidden.isEmpty() && allow.equals(NONE);
        Redactor redactor = new Redactor();
        redactor.setAllow(allow);
        Checks all = shipped ? Shipped.ALL : Checks.all(new SecretsCheck(redactor), Hosts.and(hosts), forbidden);
        return off.isEmpty() ? all : all.without(off);
    }

    /** The gate as it is shipped. */
    public static Gate shipped() {
        return SHIPPED;
    }

    /** What keeps a rule of this text from being shown to an agent, by the shipped checks; names characters, never prints them. */
    public static Optional<String> objection(String text) {
        Verdict verdict = SHIPPED.verdict(text);
        return verdict.stops() ? verdict.reason() : Optional.empty();
    }

    /** What is not as it should be in a text that is offered: also what the gate would only clean away. */
    public static Optional<String> blemish(String text) {
        return SHIPPED.verdict(text).reason();
    }

    /** What of it no person can let pass, since it does not show or would break out of the block. */
    public static Optional<String> unreleasable(String text) {
        Verdict verdict = SHIPPED.verdict(text);
        return verdict.action() == Action.REFUSE ? verdict.reason() : Optional.empty();
    }

    /** What keeps a text that is no rule, and may be longer than one, from being shown to an agent. */
    public static Optional<String> objectionToPassage(String text) {
        Verdict verdict = Shipped.WITHOUT_STRUCTURE.of(text);
        return verdict.stops() ? verdict.reason() : Optional.empty();
    }

    /** {@code text} as the shipped checks let it out: cleaned. */
    public static String shown(String text) {
        return SHIPPED.verdict(text).text();
    }

    private Examination examination() {
        Examination known = examination;
        if (known == null) {
            known = new Examination(checks());
            examination = known;
        }
        return known;
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split("[,\\s]+")).filter(word -> !word.isEmpty()).toList();
    }

    private static Pattern pattern(String line) {
        try {
            return Pattern.compile(line);
        } catch (PatternSyntaxException e) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "gate-action: 'forbidden' is no regular"
                    + " expression: " + e.getDescription() + " at position " + e.getIndex() + " of " + line, e);
        }
    }

    /** Made when the first text is examined: to read their lists takes longer than a short command should run. */
    private static final class Shipped {

        private static final Checks ALL = Checks.all(new SecretsCheck(new Redactor()), Hosts.DEFAULT, List.of());
        private static final Examination WITHOUT_STRUCTURE = new Examination(ALL.without(Set.of("structure", "line-breaks")));
    }
}
