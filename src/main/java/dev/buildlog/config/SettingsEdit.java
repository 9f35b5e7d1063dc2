package dev.buildlog.config;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Changes one value in a settings file and leaves every other byte as its author wrote it. */
public final class SettingsEdit {

    private SettingsEdit() {}

    /**
     * Sets {@code key} in {@code file}, which is made where it is missing; written in one step.
     *
     * @param scope whose file it is
     * @throws InvalidConfiguration if the value is not valid for the key, the key may not stand in such a file, or
     *     the file is no YAML
     * @throws BuildlogException if the file is written in a way that cannot be edited safely, or cannot be written
     */
    public static void set(Path file, Scope scope, Key key, String value) {
        boolean misplaced = scope == Scope.PROJECT && key.scope() == Scope.HOME;
        String complaint = misplaced ? key.homeOnlyComplaint() : key.complaint(value);
        if (complaint != null) {
            throw new InvalidConfiguration(List.of(new Problem(file.toString(), 0, 0, complaint)));
        }
        String before = existing(file, scope);
        String after = edit(file, before, key, value);
        Setting read = SettingsFile.parse(file.toString(), after, scope).values().get(key.name());
        if (read == null || !read.value().equals(value)) {
            throw new BuildlogException(file + " is written in a way that cannot be changed safely. Set " + key.name()
                    + " there by hand.");
        }
        AtomicFile.write(file, after.getBytes(StandardCharsets.UTF_8));
    }

    private static String existing(Path file, Scope scope) {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return "";
        }
        try {
            return SettingsFile.text(file, scope);
        } catch (IOException e) {
            throw new InvalidConfiguration(List.of(new Problem(file.toString(), 0, 0, e.getMessage())));
        }
    }

    private static String edit(Path file, String text, Key key, String value) {
        List<Problem> problems = new ArrayList<>();
        YamlScalars found = YamlScalars.in(file.toString(), text, problems);
        if (found.sections().isEmpty() && !problems.isEmpty()) {
            throw new InvalidConfiguration(problems);
        }
        for (YamlScalars.Scalar scalar : found.all()) {
            if (scalar.name().equals(key.name())) {
                return replace(text, scalar.node(), value);
            }
        }
        String last = key.name().substring(key.name().lastIndexOf('.') + 1);
        for (YamlScalars.Section section : found.sections()) {
            if (section.name().equals(key.section()) && !key.section().isEmpty()) {
                return insert(text, section.node(), last + ": " + quote(value));
            }
        }
        String block = key.section().isEmpty() ? last + ": " : key.section() + ":\n  " + last + ": ";
        String head = text.isEmpty() ? "" : text.endsWith("\n") ? text + "\n" : text + "\n\n";
        return head + block + quote(value) + "\n";
    }

    private static String replace(String text, Node scalar, String value) {
        int start = offset(text, scalar.getStartMark().orElseThrow());
        int end = offset(text, scalar.getEndMark().orElseThrow());
        String gap = start == end && start > 0 && text.charAt(start - 1) == ':' ? " " : "";
        return text.substring(0, start) + gap + quote(value) + text.substring(end);
    }

    /** Puts a line at the head of a section, indented as its first one. */
    private static String insert(String text, Node section, String line) {
        int start = offset(text, section.getStartMark().orElseThrow());
        if (!(section instanceof MappingNode mapping)) {
            return text.substring(0, start) + "\n  " + line + text.substring(start);
        }
        if (mapping.getFlowStyle() == FlowStyle.FLOW) {
            String comma = mapping.getValue().isEmpty() ? "" : ", ";
            return text.substring(0, start + 1) + line + comma + text.substring(start + 1);
        }
        String indent = " ".repeat(section.getStartMark().orElseThrow().getColumn());
        return text.substring(0, start) + line + "\n" + indent + text.substring(start);
    }

    /** Plain where it reads back as the same text, otherwise in single quotation marks. */
    private static String quote(String value) {
        return value.matches("[A-Za-z0-9][A-Za-z0-9_./-]*") ? value : "'" + value.replace("'", "''") + "'";
    }

    /** Marks count code points. */
    private static int offset(String text, Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }
}
