package dev.buildlog.seed;

import dev.buildlog.model.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A YAML document of a stranger, as nodes with their places. Its size, its depth and what its aliases expand to are bounded. */
final class YamlText {

    /** Longest text that is read, in characters. */
    static final int MAX_CHARACTERS = 1 << 20;

    private static final int MAX_DEPTH = 20;
    private static final long MAX_NODES = 100_000;

    private YamlText() {}

    /** The document; null, and a problem, where there is none to be read. */
    static @Nullable Node read(String file, String text, List<Problem> problems) {
        if (text.length() > MAX_CHARACTERS) {
            problems.add(new Problem(file, 0, 0, "is longer than " + MAX_CHARACTERS + " characters; split it"));
            return null;
        }
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
            if (!isBounded(file, new Parse(settings).parseString(text), problems)) {
                return null;
            }
            Optional<Node> document = new Compose(settings).composeString(text);
            if (document.isEmpty()) {
                problems.add(new Problem(file, 0, 0, "is empty"));
            }
            return document.orElse(null);
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            problems.add(new Problem(file, mark.map(m -> m.getLine() + 1).orElse(0),
                    mark.map(m -> m.getColumn() + 1).orElse(0), "is not YAML: " + oneLine(e.getProblem())));
        } catch (YamlEngineException e) {
            problems.add(new Problem(file, 0, 0, "is not YAML: " + oneLine(String.valueOf(e.getMessage()))));
        }
        return null;
    }

    /** Place of a node, and what is wrong there. */
    static Problem problem(String file, Node node, String message) {
        Mark mark = node.getStartMark().orElseThrow();
        return new Problem(file, mark.getLine() + 1, mark.getColumn() + 1, message);
    }

    private static boolean isBounded(String file, Iterable<Event> events, List<Problem> problems) {
        Map<Anchor, Long> anchors = new HashMap<>();
        Deque<Long> before = new ArrayDeque<>();
        Deque<Optional<Anchor>> open = new ArrayDeque<>();
        long nodes = 0;
        for (Event event : events) {
            if (event instanceof AliasEvent alias) {
                Long size = anchors.get(alias.getAlias());
                if (size == null) {
                    return refuse(file, event, "*" + alias.getAlias() + " names nothing that is complete above it", problems);
                }
                nodes += size;
            } else if (event instanceof ScalarEvent scalar) {
                nodes++;
                scalar.getAnchor().ifPresent(anchor -> anchors.put(anchor, 1L));
            } else if (event instanceof CollectionStartEvent start) {
                before.push(nodes++);
                open.push(start.getAnchor());
            } else if (event instanceof CollectionEndEvent) {
                long size = nodes - before.pop();
                open.pop().ifPresent(anchor -> anchors.put(anchor, size));
            }
            if (open.size() > MAX_DEPTH || nodes > MAX_NODES) {
                return refuse(file, event, open.size() > MAX_DEPTH ? "is nested deeper than " + MAX_DEPTH + " levels"
                        : "has more than " + MAX_NODES + " values, aliases counted as often as they are used", problems);
            }
        }
        return true;
    }

    private static boolean refuse(String file, Event event, String message, List<Problem> problems) {
        Mark mark = event.getStartMark().orElseThrow();
        problems.add(new Problem(file, mark.getLine() + 1, mark.getColumn() + 1, message));
        return false;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
