package dev.buildlog.learn;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Level;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who takes part in the draw: what persons let out, and of the rest what is believed enough to go out without one. What nobody says
 * in words of their own, only logs, issues, quotes or the web, needs a person however often it is said.
 */
public class Admission {

    private static final String OFF = "off";

    private Optional<Level> auto = Optional.empty();

    /** Nothing goes out without a person until {@link #setAuto} says otherwise. */
    public Admission() {}

    /** @param auto as in {@link #setAuto} */
    public static Admission from(String auto) {
        Admission admission = new Admission();
        admission.setAuto(auto);
        return admission;
    }

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
                        .orElseThrow(() -> new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "auto is '" + auto
                                + "'; it must be one of off, high, medium, low", null)));
    }

    /** The candidates that take part, in their order. */
    public Candidates admit(Candidates candidates) {
        return new Candidates(candidates.request(), candidates.at(), candidates.rules().stream().filter(this::admits).toList(),
                candidates.stopped());
    }

    /** Whether a rule takes part. */
    public boolean admits(Candidate candidate) {
        return switch (candidate.standing()) {
            case PROMOTED, PINNED -> true;
            case REJECTED, RETIRED -> false;
            case OPEN -> auto.isPresent() && candidate.hearsay().isEmpty() && candidate.confidence().level().compareTo(auto.get()) >= 0;
        };
    }
}
