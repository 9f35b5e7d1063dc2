package dev.buildlog.models;

import dev.buildlog.model.BuildlogException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Who is at work: the person as git would name the author of a commit, else as the system knows the user. */
public final class Person {

    private Person() {}

    /**
     * {@code Ann Lee <ann@example.org>}, or less where less is known; never empty. Nothing is run, and a configuration that
     * cannot be read is passed over.
     *
     * @param root root of the checkout
     */
    public static String at(Path root, Map<String, String> environment) {
        List<RepositoryConfig> configs = configs(root, environment);
        String name = of("GIT_AUTHOR_NAME", "user.name", environment, configs)
                .orElseGet(() -> environment.getOrDefault("USER", System.getProperty("user.name", "somebody")));
        String address = of("GIT_AUTHOR_EMAIL", "user.email", environment, configs).map(mail -> " <" + mail + ">").orElse("");
        return (name + address).replaceAll("\\p{Cntrl}", " ").strip();
    }

    private static Optional<String> of(String variable, String key, Map<String, String> environment,
            List<RepositoryConfig> configs) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank())
                .or(() -> configs.stream().flatMap(config -> config.value(key).stream()).filter(value -> !value.isBlank())
                        .findFirst());
    }

    /** The nearest first, as git weighs them. */
    private static List<RepositoryConfig> configs(Path root, Map<String, String> environment) {
        List<RepositoryConfig> configs = new ArrayList<>();
        add(configs, () -> WorkTree.around(root).map(tree -> RepositoryConfig.read(tree.commonDir())));
        String home = environment.get("HOME");
        if (home != null && !home.isBlank()) {
            String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
            add(configs, () -> Optional.of(RepositoryConfig.of(Path.of(home, ".gitconfig"))));
            add(configs, () -> Optional.of(RepositoryConfig.of((xdg.isBlank() ? Path.of(home, ".config") : Path.of(xdg))
                    .resolve("git/config"))));
        }
        return configs;
    }

    private static void add(List<RepositoryConfig> configs, Supplier<Optional<RepositoryConfig>> reader) {
        try {
            reader.get().ifPresent(configs::add);
        } catch (BuildlogException e) {
            // who decided is worth no failure: whoever needs this file says what is wrong with it
            return;
        }
    }
}
