package dev.buildlog.config;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Settings that cannot be used, with everything that is wrong with them. */
public final class InvalidConfiguration extends BuildlogException {

    private final transient List<Problem> problems;

    public InvalidConfiguration(List<Problem> problems) {
        super(Kind.BAD_CONFIGURATION, problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), null);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the layers and of the lines in each file; at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
