package dev.buildlog.ledger;

import dev.buildlog.model.Finding;
import dev.buildlog.model.RefusedException;
import dev.buildlog.model.RiskAcceptance;
import dev.buildlog.model.RiskReceipt;
import dev.buildlog.model.ToldFinding;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records what somebody answers for: which findings, why, and until when. */
public final class Risks {

    private final Ledger ledger;

    public Risks(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Records {@code acceptance}. One that was recorded before changes nothing, except that it may get an issue.
     *
     * @param today an acceptance that ends earlier is refused
     * @throws RefusedException if it cannot be meant: an unknown run or finding, nobody who answers, no reason
     */
    public RiskReceipt accept(RiskAcceptance acceptance, LocalDate today) {
        return ledger.write(db -> {
            RiskReceipt known = receipt(db, acceptance.id());
            if (known == null) {
                store(db, acceptance, today);
            }
            if (!acceptance.issue().isEmpty()) {
                db.update("insert into gauntlet_risk_issue (risk_id, url, recorded_at) values (?,?,?) on conflict do nothing",
                        acceptance.id(), acceptance.issue(), EntryRecorder.micros(acceptance.at()));
            }
            RiskReceipt recorded = Objects.requireNonNull(receipt(db, acceptance.id()));
            if (!recorded.project().equals(acceptance.project())) {
                throw new RefusedException("the acceptance " + acceptance.id() + " belongs to another project: choose another"
                        + " id");
            }
            return recorded;
        });
    }

    private static void store(JdbcTemplate db, RiskAcceptance acceptance, LocalDate today) {
        if (db.queryForList("select 1 from gauntlet_run where id = ? and project_id = ?", Integer.class, acceptance.run(),
                acceptance.project()).isEmpty()) {
            throw new RefusedException("this project has no run '" + acceptance.run() + "'");
        }
        if (acceptance.who().isBlank() || acceptance.why().isBlank()) {
            throw new RefusedException("say who answers for it, and why it may stay");
        }
        if (acceptance.until().isBefore(today)) {
            throw new RefusedException("it would end on " + acceptance.until() + ", which is over: name today or a later day");
        }
        List<ToldFinding> accepted = accepted(db, acceptance);
        db.update("insert into gauntlet_risk (id, project_id, run_id, who, why, until_day, accepted_at) values (?,?,?,?,?,?,?)",
                acceptance.id(), acceptance.project(), acceptance.run(), acceptance.who(), acceptance.why(),
                acceptance.until().toString(), EntryRecorder.micros(acceptance.at()));
        Rows.batch(db, "insert into gauntlet_risk_finding (risk_id, fingerprint, severity, category, description, location)"
                + " values (?,?,?,?,?,?)", accepted.stream().map(one -> new Object[] {acceptance.id(), one.fingerprint(),
                    one.severity(), one.category(), one.description(), one.location()}).toList());
    }

    private static List<ToldFinding> accepted(JdbcTemplate db, RiskAcceptance acceptance) {
        Map<String, ToldFinding> open = new LinkedHashMap<>();
        ToldReviews.open(db, acceptance.run()).forEach(finding -> open.putIfAbsent(finding.fingerprint(), finding));
        if (open.isEmpty()) {
            throw new RefusedException("the last review of the run " + acceptance.run() + " has no findings: there is nothing to"
                    + " accept");
        }
        TreeSet<String> unknown = new TreeSet<>(acceptance.findings());
        unknown.removeAll(open.keySet());
        if (!unknown.isEmpty()) {
            throw new RefusedException("the last review of the run has no finding " + String.join(", ", unknown) + "; it has "
                    + String.join(", ", open.keySet()));
        }
        return open.values().stream()
                .filter(one -> acceptance.findings().isEmpty() || acceptance.findings().contains(one.fingerprint())).toList();
    }

    private static @Nullable RiskReceipt receipt(JdbcTemplate db, String id) {
        List<ToldFinding> findings = db.query("select fingerprint, severity, category, description, location"
                + " from gauntlet_risk_finding where risk_id = ?", (row, n) -> new ToldFinding(row.getString(1),
                row.getString(2), row.getString(3), row.getString(4), row.getString(5)), id).stream()
                .sorted(Comparator.comparingInt((ToldFinding one) -> Finding.SEVERITIES.indexOf(one.severity()))
                        .thenComparing(ToldFinding::fingerprint)).toList();
        return db.query("select r.project_id, r.run_id, r.who, r.why, r.until_day, coalesce(i.url, '') from gauntlet_risk r"
                + " left join gauntlet_risk_issue i on i.risk_id = r.id where r.id = ?", (row, n) -> new RiskReceipt(
                row.getString(1), id, row.getString(2), row.getString(3), row.getString(4), LocalDate.parse(row.getString(5)),
                row.getString(6), findings), id).stream().findFirst().orElse(null);
    }
}
