package dev.buildlog.ledger;

import dev.buildlog.model.Decision;
import dev.buildlog.model.Finding;
import dev.buildlog.model.GauntletRun;
import dev.buildlog.model.Mistake;
import dev.buildlog.model.RefusedException;
import dev.buildlog.model.Review;
import dev.buildlog.model.Reward;
import dev.buildlog.model.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a message says, apart from its id and its time, as a hash. Who sends another message under an id that is taken has made
 * a mistake, and must not be told that it was recorded.
 */
final class Said {

    private final StringBuilder parts = new StringBuilder();

    private Said() {}

    static String in(Reward reward) {
        Said said = new Said().text(reward.outcome()).text(reward.distance() == null ? null : reward.distance().toString())
                .text(reward.review()).text(reward.context());
        if (!reward.notes().isEmpty()) {
            said.text(reward.notes());
        }
        return (reward.rules() == null ? said.text(null) : said.list(reward.rules())).hash();
    }

    static String in(Review review) {
        Said said = new Said();
        Arrays.asList(review.policy(), review.context(), review.session(), review.commit(), review.source(), review.run(), review.tree())
                .forEach(said::text);
        for (Finding finding : review.findings()) {
            said.list(List.of(finding.severity(), finding.category(), finding.description(), finding.location(),
                    finding.ruleLearned())).list(finding.rulesConsulted());
            List<String> reasoning = new ArrayList<>();
            new TreeMap<>(finding.ruleReasoning()).forEach((rule, reason) -> reasoning.addAll(List.of(rule, reason)));
            said.list(reasoning);
        }
        return said.hash();
    }

    static String in(Mistake mistake) {
        Said said = new Said();
        Arrays.asList(mistake.errorClass(), mistake.severity(), mistake.description(), mistake.session(), mistake.agent(),
                mistake.worktree(), mistake.correctedBy(), mistake.relation(), mistake.relatedTo(), mistake.resolution(),
                mistake.setting()).forEach(said::text);
        return said.list(mistake.concepts()).hash();
    }

    static String in(Decision decision) {
        Said said = new Said();
        Arrays.asList(decision.kind(), decision.text(), decision.why(), decision.by(), String.valueOf(decision.despiteGate()))
                .forEach(said::text);
        return said.list(decision.rules()).list(decision.targets()).hash();
    }

    static String in(GauntletRun run) {
        Said said = new Said();
        Arrays.asList(run.root(), run.target(), run.tree(), String.valueOf(run.selectK()), String.valueOf(run.maxIterations()),
                run.stopAt(), run.policy(), run.context(), run.session()).forEach(said::text);
        return said.list(run.personas()).hash();
    }

    /**
     * Makes sure that the row {@code id} of {@code table} says this.
     *
     * @throws RefusedException if it says something else
     */
    static void require(JdbcTemplate db, String table, String id, String hash) {
        List<String> said = db.queryForList("select said from " + table + " where id = ?", String.class, id);
        if (said.stream().anyMatch(other -> !other.isEmpty() && !other.equals(hash))) {
            throw new RefusedException("another " + table.replace("gauntlet_", "") + " was recorded under this key (as "
                    + id + "): choose a new key for a"
                    + " new one");
        }
    }

    /** With its length before it, so that no two lists of texts look alike. */
    private Said text(@Nullable String text) {
        parts.append(text == null ? "-" : text.length() + ":" + text).append(';');
        return this;
    }

    private Said list(List<String> texts) {
        parts.append(texts.size()).append('[');
        texts.forEach(this::text);
        return this;
    }

    private String hash() {
        return Sha256.of(parts.toString());
    }
}
