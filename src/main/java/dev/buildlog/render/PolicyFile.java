package dev.buildlog.render;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.files.PathLock;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Candidate;
import dev.buildlog.model.Confidence;
import dev.buildlog.model.Level;
import dev.buildlog.model.Policy;
import dev.buildlog.model.Problem;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The policy in force as a file of the checkout, for a person to read and for machines without a ledger; stands behind the Kamelet
 * {@code policy-file-sink}.
 */
public final class PolicyFile {

    /** Path of the file below the root of a checkout. */
    public static final String PATH = ".buildlog/policy.yaml";

    private static final String HEAD = """
            # Written by buildlog: the rules in force, as the agents' files show them. Commit it, so that 'buildlog render --check'
            # can tell anywhere whether those files are up to date.
            """;

    private boolean enabled = true;

    /** Whether the file is written at all. */
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    /**
     * Brings the file of the policy's checkout up to date; removes it where there is no rule left. Does nothing for a policy
     * without a checkout.
     *
     * @return the policy, so that sinks can follow each other
     * @throws BuildlogException if it cannot be written; it is then as it was
     */
    public Policy write(Policy policy) {
        if (enabled && !policy.request().root().isEmpty()) {
            Path root = Path.of(policy.request().root());
            try {
                Path file = CheckoutFile.locate(root, PATH);
                try (PathLock lock = PathLock.acquire(file)) {
                    if (policy.rules().isEmpty()) {
                        Files.deleteIfExists(file);
                    } else if (!Arrays.equals(content(policy), read(file))) {
                        AtomicFile.write(file, content(policy));
                    }
                }
            } catch (IOException e) {
                throw CheckoutFile.failed(root, PATH, AtomicFile.reason(e), e);
            } catch (UncheckedIOException e) {
                throw CheckoutFile.failed(root, PATH, AtomicFile.reason(e.getCause()), e);
            }
        }
        return policy;
    }

    /** Whether the file says what {@code policy} does. */
    public static boolean isCurrent(Policy policy) {
        byte[] existing = read(Path.of(policy.request().root()).resolve(PATH));
        return policy.rules().isEmpty() ? existing == null : Arrays.equals(content(policy), existing);
    }

    /**
     * The policy that the file in {@code root} tells; empty where there is no file.
     *
     * @throws BuildlogException of kind {@code BAD_CONFIGURATION} with the line if the file is no policy
     */
    public static Optional<Policy> of(Path root, String project) {
        Path file = root.resolve(PATH);
        byte[] content = read(file);
        if (content == null) {
            return Optional.empty();
        }
        try {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(content, StandardCharsets.UTF_8));
            Map<?, ?> fields = map(file, document);
            if (!(fields.get("rules") instanceof List<?> listed)) {
                throw broken(file, 0, "it has no list 'rules'", null);
            }
            List<Candidate> rules = new ArrayList<>();
            for (Object one : listed) {
                rules.add(rule(file, project, map(file, one)));
            }
            return Optional.of(new Policy(text(file, fields, "policy"), new PublishRequest(project, root.toString()), Instant.EPOCH,
                    rules, List.of(), text(file, fields, "selection"), List.of()));
        } catch (MarkedYAMLException e) {
            throw broken(file, e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1, e.getProblem(), e);
        } catch (YAMLException e) {
            throw broken(file, 0, e.getMessage(), e);
        }
    }

    private static Candidate rule(Path file, String project, Map<?, ?> fields) {
        String level = text(file, fields, "level");
        Level known = Arrays.stream(Level.values()).filter(one -> one.key().equals(level)).findFirst()
                .orElseThrow(() -> broken(file, 0, "the level '" + level + "' is none of high, medium, low", null));
        return new Candidate(new Rule(text(file, fields, "id"), project, text(file, fields, "category"), text(file, fields, "text"),
                1, LocalDate.EPOCH, LocalDate.EPOCH, List.of(), List.of()), new Confidence(known, 0, ""));
    }

    private static Map<?, ?> map(Path file, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw broken(file, 0, "it is not made of 'key: value' lines", null);
    }

    private static String text(Path file, Map<?, ?> fields, String key) {
        if (fields.get(key) instanceof String text) {
            return text;
        }
        throw broken(file, 0, "'" + key + "' is missing or no text", null);
    }

    private static BuildlogException broken(Path file, int line, @Nullable String reason, @Nullable Exception cause) {
        return new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, new Problem(file.toString(), line, 0, reason
                + "; restore it from git, or delete it and run 'buildlog render'").toString(), cause);
    }

    private static byte[] content(Policy policy) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("policy", policy.id());
        document.put("selection", policy.selection());
        document.put("rules", policy.rules().stream().map(Candidate::told).toList());
        return (HEAD + Layout.yaml(document) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] read(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
