package dev.buildlog.config;

import dev.buildlog.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A {@code config.yaml} as it is found. One that is not there has neither values nor problems. */
final class SettingsFile {

    /** No configuration needs more, and a stranger's file shall not fill the memory. */
    private static final int MAX_BYTES = 1 << 16;

    private SettingsFile() {}

    /** @param scope whose file it is: it may set what this scope allows */
    static Layer read(Path file, Scope scope) {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Layer.EMPTY;
        }
        try {
            return parse(file.toString(), text(file, scope), scope);
        } catch (IOException e) {
            return new Layer(Map.of(), List.of(new Problem(file.toString(), 0, 0, e.getMessage())));
        }
    }

    /** A stranger's link shall not have a file of the user's read and quoted. */
    private static boolean insideProject(Path file) throws IOException {
        return file.toRealPath().startsWith(file.getParent().getParent().toRealPath());
    }

    static Layer parse(String file, String text, Scope scope) {
        if (text.lines().allMatch(line -> line.isBlank() || line.stripLeading().startsWith("#"))) {
            return Layer.EMPTY;
        }
        Map<String, Setting> values = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        YamlScalars scalars = YamlScalars.in(file, text, problems);
        for (YamlScalars.Scalar scalar : scalars.all()) {
            Key key = Keys.named(scalar.name()).orElse(null);
            if (key == null) {
                problems.add(YamlScalars.problem(file, scalar.key(), Keys.unknown(scalar.name())));
                continue;
            }
            String complaint = key.complaint(scalar.value());
            Problem twice = YamlScalars.problem(file, scalar.key(), key.name() + " is set twice. Keep one.");
            if (scope == Scope.PROJECT && key.scope() == Scope.HOME) {
                problems.add(YamlScalars.problem(file, scalar.key(), key.homeOnlyComplaint()));
            } else if (complaint != null) {
                problems.add(YamlScalars.problem(file, scalar.node(), complaint));
            } else if (values.put(key.name(), new Setting(key, scalar.value(), file + ":" + twice.line())) != null) {
                problems.add(twice);
            }
        }
        return new Layer(values, problems);
    }

    /** @throws IOException with a message for a person */
    static String text(Path file, Scope scope) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("cannot be reached. Check the folders above it.");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("is not a regular file. Move it away.");
        }
        if (scope == Scope.PROJECT && !insideProject(file)) {
            throw new IOException("is a link that leaves the repository. Put a file in its place.");
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IOException("is larger than " + MAX_BYTES + " bytes. Settings need far less.");
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IOException("is not UTF-8. Save it as UTF-8.", e);
        } catch (AccessDeniedException e) {
            throw new IOException("cannot be read: permission denied. Make it readable for this user.", e);
        }
    }
}
