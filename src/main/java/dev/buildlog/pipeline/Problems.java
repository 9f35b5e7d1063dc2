package dev.buildlog.pipeline;

import dev.buildlog.model.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Several problems as one message. */
final class Problems {

    private Problems() {}

    static String text(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator()));
    }
}
