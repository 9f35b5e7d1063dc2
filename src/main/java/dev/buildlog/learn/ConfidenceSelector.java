package dev.buildlog.learn;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Candidates;
import dev.buildlog.model.Level;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets rules take part in the draw by confidence alone: all at or above a level. */
public class ConfidenceSelector {

    private static final String OFF = "off";

    private Optional<Level> auto = Optional.of(Level.LOW);

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

    /** The candidates that may take part in the draw. */
    public Candidates admit(Candidates candidates) {
        return new Candidates(candidates.request(), candidates.at(), candidates.rules().stream()
                .filter(c -> auto.isPresent() && c.confidence().level().compareTo(auto.get()) >= 0)
                .toList(), candidates.stopped());
    }

    private static BuildlogException bad(String message) {
        return new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, message, null);
    }
}
