package dev.buildlog.pipeline.validate;

import dev.buildlog.pipeline.validate.YamlNode.Entry;
import dev.buildlog.pipeline.validate.YamlNode.Mapping;
import dev.buildlog.pipeline.validate.YamlNode.Scalar;
import dev.buildlog.pipeline.validate.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads one YAML document with the parser that Camel's own loader uses, so that both agree on what is YAML.
 *
 * <p>Works on the event stream: depth and size are known while the tree grows, so aliases cannot blow it up.
 */
final class YamlReader {

    private static final int MAX_DEPTH = 200;
    private static final int MAX_NODES = 50_000;

    private final SourceFile file;
    private final Findings findings;
    private final LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
    private final Map<Anchor, Measured> anchors = new HashMap<>();
    private int nodes;

    private YamlReader(SourceFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** The document in {@code file}; null, and a problem, where it cannot be read. An empty file is a problem too. */
    static @Nullable YamlNode read(SourceFile file, Findings findings) {
        if (file.text().indexOf('\uFFFD') >= 0) {
            findings.add(file, 0, 0, "the file is not UTF-8; save it in that encoding");
            return null;
        }
        return new YamlReader(file, findings).document();
    }

    private @Nullable YamlNode document() {
        try {
            Iterator<Event> events = new Parse(settings).parseString(file.text()).iterator();
            YamlNode root = null;
            while (events.hasNext()) {
                Event event = events.next();
                if (event instanceof NodeEvent) {
                    if (root != null) {
                        throw new Refused(mark(event), "a second document begins here; put it into a file of its own");
                    }
                    root = node(event, events, 1).node();
                }
            }
            if (root == null || root instanceof Scalar scalar && scalar.empty()) {
                findings.add(file, 0, 0, "the file is empty; delete it or write what it is for");
                return null;
            }
            return root;
        } catch (Refused e) {
            findings.add(file, e.mark.getLine() + 1, e.mark.getColumn() + 1, e.getMessage());
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            String context = e.getContext() == null ? "" : " " + e.getContext();
            findings.add(file, mark.map(m -> m.getLine() + 1).orElse(0), mark.map(m -> m.getColumn() + 1).orElse(0),
                    "this is not YAML: " + oneLine(e.getProblem() + context) + "; check indentation and quotes here");
        } catch (YamlEngineException | IndexOutOfBoundsException e) {
            // the parser reports some odd characters without a mark, and trips over a few inputs itself
            findings.add(file, 0, 0, "this is not YAML: " + oneLine(String.valueOf(e.getMessage())));
        }
        return null;
    }

    private Measured node(Event event, Iterator<Event> events, int depth) {
        Measured made;
        if (event instanceof AliasEvent alias) {
            made = anchors.get(alias.getAlias());
            if (made == null) {
                throw new Refused(mark(event), "*" + alias.getAlias() + " names no anchor above; write the value out");
            }
        } else if (event instanceof ScalarEvent scalar) {
            made = new Measured(scalar(scalar), 1, 1);
        } else if (event instanceof SequenceStartEvent) {
            made = sequence(event, events, depth);
        } else if (event instanceof MappingStartEvent) {
            made = mapping(event, events, depth);
        } else {
            throw new IllegalStateException("not a node: " + event);
        }
        nodes += event instanceof AliasEvent ? made.size : 1;
        if (depth + made.height > MAX_DEPTH || depth > MAX_DEPTH) {
            throw new Refused(mark(event), "nested deeper than " + MAX_DEPTH + " levels; no route needs that");
        }
        if (nodes > MAX_NODES) {
            throw new Refused(mark(event), "larger than " + MAX_NODES + " nodes; split the file");
        }
        if (event instanceof NodeEvent named && !(event instanceof AliasEvent)) {
            Measured anchored = made;
            named.getAnchor().ifPresent(anchor -> anchors.put(anchor, anchored));
        }
        return made;
    }

    private Measured sequence(Event start, Iterator<Event> events, int depth) {
        checkDepth(start, depth);
        List<YamlNode> items = new ArrayList<>();
        int height = 0;
        int size = 1;
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            Measured item = node(event, events, depth + 1);
            items.add(item.node);
            height = Math.max(height, item.height);
            size += item.size;
        }
        return new Measured(new Sequence(line(start), column(start), List.copyOf(items)), height + 1, size);
    }

    private Measured mapping(Event start, Iterator<Event> events, int depth) {
        checkDepth(start, depth);
        Map<String, Entry> entries = new LinkedHashMap<>();
        int height = 0;
        int size = 1;
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            YamlNode key = node(event, events, depth + 1).node;
            Measured value = node(events.next(), events, depth + 1);
            height = Math.max(height, value.height);
            size += value.size + 1;
            if (!(key instanceof Scalar name)) {
                findings.add(file, line(event), column(event), "a key must be a text; quote it if it holds brackets");
                continue;
            }
            Entry entry = new Entry(name.text(), line(event), column(event), value.node);
            Entry first = entries.putIfAbsent(name.text(), entry);
            if (first != null) {
                findings.add(file, entry, "key '" + name.text() + "' stands here a second time (first in line "
                        + first.line() + "); remove one of them");
            }
        }
        return new Measured(new Mapping(line(start), column(start), entries), height + 1, size);
    }

    private Scalar scalar(ScalarEvent event) {
        boolean empty = event.isPlain()
                && settings.getSchema().getScalarResolver().resolve(event.getValue(), true).equals(Tag.NULL);
        return new Scalar(line(event), column(event), event.getValue(), empty);
    }

    private static void checkDepth(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw new Refused(mark(event), "nested deeper than " + MAX_DEPTH + " levels; no route needs that");
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static Mark mark(Event event) {
        return event.getStartMark().orElseThrow();
    }

    private static int line(Event event) {
        return mark(event).getLine() + 1;
    }

    private static int column(Event event) {
        return mark(event).getColumn() + 1;
    }

    /** A node with its height and its size, aliases counted as often as they are used. */
    private record Measured(YamlNode node, int height, int size) {}

    private static final class Refused extends RuntimeException {
        private final transient Mark mark;

        Refused(Mark mark, String message) {
            super(message, null, false, false);
            this.mark = mark;
        }
    }
}
