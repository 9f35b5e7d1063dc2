package dev.buildlog.model;

import java.util.List;

/**
 * A source once the route behind {@code direct:source} has read it: what that route answers.
 *
 * @param source the source as the last extractor left it, with its remarks
 * @param candidates the rules found, in order of their lines
 */
public record SourceReading(EntryVersion source, List<CandidateRule> candidates) {

    public SourceReading {
        candidates = List.copyOf(candidates);
    }
}
