package dev.buildlog.cli;

import dev.buildlog.curate.RuleId;
import dev.buildlog.ledger.LegacyImport;
import dev.buildlog.ledger.Rules.Named;
import dev.buildlog.legacy.LearningEntry;
import dev.buildlog.legacy.LegacyKind;
import dev.buildlog.legacy.LegacyPersonas;
import dev.buildlog.legacy.LegacyRecord;
import dev.buildlog.legacy.LegacyReject;
import dev.buildlog.legacy.LegacyTime;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Decision;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.SeedFile;
import dev.buildlog.pipeline.Core;
import dev.buildlog.pipeline.Sync;
import dev.buildlog.seed.PersonaLayer;
import dev.buildlog.seed.Personas;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Has the rules that the Python tool knew be rules here: learnings become entries, the journal is read, what was decided is
 * decided again about the rules that are there then, and the rules of personas go to the home. Each of these once.
 */
final class LegacyRules {

    /** Who decided. */
    static final String BY = "the Python tool";

    private final Workplace here;
    private final Assembly parts;
    private final Core core;
    private final LegacyImport legacy;
    private final List<LegacyReject> rejects = new ArrayList<>();
    private int waiting;

    LegacyRules(Workplace here, Assembly parts) {
        this.here = here;
        this.parts = parts;
        this.core = parts.core();
        this.legacy = new LegacyImport(core.ledger());
    }

    /** What could not be taken over, and why. */
    List<LegacyReject> rejects() {
        return rejects;
    }

    /** How many decisions speak of rules that no entry says. */
    int waiting() {
        return waiting;
    }

    /**
     * Sends records through the doors.
     *
     * @param projects ids in this ledger
     * @param progress told how much is done, in percent: one half is reading the journal, the other deciding
     */
    void send(Collection<String> projects, IntConsumer progress) {
        try (Sync sync = sync()) {
            projects.forEach(project -> enter(sync, project,
                    LearningEntry.of(legacy.all(project, LegacyKind.LEARNING), today())));
            sync.run(percent -> progress.accept(percent / 2));
        }
        personas(projects);
        List<String> open = projects.stream().filter(this::canDecide).toList();
        if (!open.isEmpty()) {
            try (Sync sync = sync()) {
                int done = 0;
                for (String project : open) {
                    decide(sync, project);
                    progress.accept(50 + 50 * ++done / open.size());
                }
            }
        }
        projects.forEach(project -> waiting += (int) undecided(project).stream().filter(one -> live(project, one.id()).isEmpty())
                .count());
    }

    private Sync sync() {
        return Sync.open(core, here.root(), parts.settings(), parts.front());
    }

    private LocalDate today() {
        return LocalDate.now(here.clock());
    }

    private void enter(Sync sync, String project, List<LearningEntry> entries) {
        for (LearningEntry entry : entries) {
            EntryVersion version = entry.version(project, core.instant());
            if (!core.submissions().holds(project, version.path(), version.contentHash())) {
                sync.doors().entry(version);
            }
            legacy.link(project, version.path(), entry.ids());
        }
    }

    private void personas(Collection<String> projects) {
        List<LegacyRecord> rules = projects.stream().flatMap(project -> legacy.all(project, LegacyKind.GAUNTLET_RULE).stream())
                .toList();
        PersonaLayer layer = new PersonaLayer(Personas.home(here.home()));
        for (SeedFile file : LegacyPersonas.files(rules)) {
            try {
                layer.add(file);
            } catch (BuildlogException e) {
                rejects.add(new LegacyReject("gauntlet_rules: " + file.persona(), String.valueOf(e.getMessage()), ""));
            }
        }
    }

    private List<LegacyRecord> undecided(String project) {
        return legacy.all(project, LegacyKind.DECISION).stream().filter(one -> !legacy.isDecided(id(project, one))).toList();
    }

    private boolean canDecide(String project) {
        return !lost(project).isEmpty() || undecided(project).stream().anyMatch(one -> live(project, one.id()).isPresent());
    }

    /** Rules that no entry of the journal says any more, but whose text is kept where they were promoted, as learnings. */
    private List<LegacyRecord> lost(String project) {
        Map<String, LegacyRecord> decisions = new TreeMap<>();
        undecided(project).stream().filter(one -> live(project, one.id()).isEmpty())
                .forEach(one -> decisions.put(one.id(), one));
        return legacy.all(project, LegacyKind.GAUNTLET_RULE).stream().filter(LegacyPersonas::isLearned)
                .filter(rule -> decisions.containsKey(skill(rule)))
                .map(rule -> learning(rule, Objects.requireNonNull(decisions.get(skill(rule))))).toList();
    }

    private void decide(Sync sync, String project) {
        enter(sync, project, lost(project).stream().map(rule -> LearningEntry.alone(rule, today())).toList());
        int made = 0;
        for (LegacyRecord one : undecided(project)) {
            made += live(project, one.id()).filter(rule -> decide(project, one, rule)).isPresent() ? 1 : 0;
        }
        if (made > 0) {
            sync.doors().publish(new PublishRequest(project, "", true));
        }
    }

    private boolean decide(String project, LegacyRecord one, String rule) {
        String kind = one.text("decision").equals("promoted") ? Decision.PROMOTE : Decision.REJECT;
        try {
            core.decisions().record(new Decision(id(project, one), project, kind, List.of(rule), "", "", List.of(), false, BY,
                    LegacyTime.parse(one.text("decided_at"))));
            return true;
        } catch (BuildlogException e) {
            rejects.add(new LegacyReject(one.source(), String.valueOf(e.getMessage()), one.fields().toString()));
            return false;
        }
    }

    /** A rule that was promoted, as a learning of the day on which that was decided. */
    private static LegacyRecord learning(LegacyRecord rule, LegacyRecord decision) {
        var fields = rule.fields().deepCopy().put("first_seen", decision.text("decided_at"));
        return new LegacyRecord(rule.project(), LegacyKind.LEARNING, decision.id(), fields, rule.source());
    }

    /** The id that a promoted rule had before. */
    private static String skill(LegacyRecord rule) {
        return rule.id().startsWith(LegacyPersonas.LEARNED + ":") ? RuleId.of(rule.text("category"), rule.text("rule"))
                : rule.id();
    }

    private Optional<String> live(String project, String id) {
        return core.rules().resolve(project, id) instanceof Named.Live live ? Optional.of(live.rule().id()) : Optional.empty();
    }

    private static String id(String project, LegacyRecord decision) {
        return LegacyImport.decisionId(project, decision);
    }
}
