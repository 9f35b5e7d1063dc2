package dev.buildlog.learn;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Level;
import dev.buildlog.model.Policy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets rules out by confidence alone: all at or above a level, in the order in which they come. */
public class ConfidenceSelector {

    private static final String OFF = "off";
    private static final int ID_DIGITS = 10;

    private Optional<Level> auto = Optional.of(Level.LOW);
    private int maxRules;

    /**
     * From which confidence up rules go out without a person: {@code off} (none), {@code high}, {@code medium}, {@code low}.
     *
     * @throws BuildlogException (bad configuration) for any other value
     */
    public void setAuto(String auto) {
        this.auto = auto.equals(OFF)
                ? Optional.empty()
                : Optional.of(Stream.of(Level.values())
                        .filter(level -> level.key().equals(auto))
                        .findFirst()
                        .orElseThrow(() -> bad("auto is '" + auto + "'; it must be one of off, high, medium, low")));
    }

    /** How many rules go out at most; 0 for no limit. */
    public void setMaxRules(int maxRules) {
        if (maxRules < 0) {
            throw bad("maxRules is " + maxRules + "; it must be 0 (no limit) or more");
        }
        this.maxRules = maxRules;
    }

    public Policy select(Candidates candidates) {
        List<Candidate> chosen = candidates.rules().stream()
                .filter(c -> auto.isPresent() && c.confidence().level().compareTo(auto.get()) >= 0)
                .limit(maxRules == 0 ? Long.MAX_VALUE : maxRules)
                .toList();
        String id = policyId(candidates.request().project(), chosen);
        return new Policy(id, candidates.request(), candidates.at(), chosen, candidates.stopped());
    }

    /** A zero byte ends each part, so that no two different lists of parts run together to the same bytes. */
    private static String policyId(String project, List<Candidate> rules) {
        MessageDigest digest = sha256();
        add(digest, project);
        for (Candidate candidate : rules) {
            add(digest, candidate.rule().id());
            add(digest, candidate.rule().text());
        }
        return "pol-" + HexFormat.of().formatHex(digest.digest()).substring(0, ID_DIGITS);
    }

    private static void add(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static BuildlogException bad(String message) {
        return new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, message, null);
    }
}
