package dev.buildlog.config;

import dev.buildlog.model.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings in force for a project, or for the home where there is no project.
 *
 * <p>Options over environment over {@code .buildlog/config.yaml} of the project over {@code config.yaml} of the home
 * over defaults.
 */
public final class Settings {

    /** By name: hashing a record for the first time takes longer than all the rest here. */
    private final Map<String, Setting> settings;

    private Settings(Map<String, Setting> settings) {
        this.settings = settings;
    }

    /**
     * Reads all layers.
     *
     * @param home buildlog's home; need not be there
     * @param projectRoot root of the checkout; null for the settings of the home alone
     * @param environment variables of the process
     * @param options key to value, as given by {@code --set}
     * @throws InvalidConfiguration with all problems of all layers
     */
    public static Settings load(
            Path home, @Nullable Path projectRoot, Map<String, String> environment, Map<String, String> options) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Setting> settings = new LinkedHashMap<>();
        Keys.ALL.forEach(key -> settings.put(key.name(), new Setting(key, key.defaultValue(), "default")));
        List<Layer> layers = new ArrayList<>();
        layers.add(SettingsFile.read(homeFile(home), Scope.HOME));
        // in a checkout that is the user's home folder, both files are one
        if (projectRoot != null && !projectFile(projectRoot).equals(homeFile(home))) {
            layers.add(SettingsFile.read(projectFile(projectRoot), Scope.PROJECT));
        }
        layers.add(Assignments.ofEnvironment(environment));
        layers.add(Assignments.ofOptions(options));
        for (Layer layer : layers) {
            settings.putAll(layer.values());
            problems.addAll(layer.problems());
        }
        if (!problems.isEmpty()) {
            throw new InvalidConfiguration(problems);
        }
        return new Settings(settings);
    }

    /** The file of the home's settings; need not be there. */
    public static Path homeFile(Path home) {
        return home.resolve("config.yaml");
    }

    /** The file of a project's settings; need not be there. */
    public static Path projectFile(Path projectRoot) {
        return projectRoot.resolve(".buildlog").resolve("config.yaml");
    }

    public String text(Key key) {
        return setting(key).value();
    }

    public int number(Key key) {
        return Integer.parseInt(text(key));
    }

    public boolean flag(Key key) {
        return Boolean.parseBoolean(text(key));
    }

    public Setting setting(Key key) {
        return Objects.requireNonNull(settings.get(key.name()));
    }

    /** The values for the routes: {@code buildlog.publish.auto} for {@code publish.auto}. */
    public Map<String, String> asProperties() {
        Map<String, String> properties = new LinkedHashMap<>();
        settings.forEach((name, setting) -> properties.put("buildlog." + name, setting.value()));
        return properties;
    }

    /** All settings in the order of {@link Keys#ALL}. */
    public List<Setting> all() {
        return List.copyOf(settings.values());
    }
}
