package dev.buildlog.pipeline.validate;

import dev.buildlog.model.Problem;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects problems, each once. */
final class Findings {

    private final Set<Problem> problems = new LinkedHashSet<>();

    void add(SourceFile file, int line, int column, String message) {
        problems.add(new Problem(file.path().toString(), line, column, message));
    }

    void add(SourceFile file, YamlNode at, String message) {
        add(file, at.line(), at.column(), message);
    }

    void add(SourceFile file, YamlNode.Entry at, String message) {
        add(file, at.line(), at.column(), message);
    }

    void addAll(Collection<Problem> more) {
        problems.addAll(more);
    }

    /** All problems by file, line, column and message. */
    List<Problem> sorted() {
        return problems.stream()
                .sorted(Comparator.comparing(Problem::file)
                        .thenComparingInt(Problem::line)
                        .thenComparingInt(Problem::column)
                        .thenComparing(Problem::message))
                .toList();
    }
}
