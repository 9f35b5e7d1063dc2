package dev.buildlog.config;

/** The settings file of a new project: every setting it may change, as comments. */
public final class ConfigTemplate {

    private ConfigTemplate() {}

    /** YAML that sets nothing. */
    public static String text() {
        StringBuilder text = new StringBuilder("""
                # Settings of this project, shared by everyone who clones it. Remove the # of a section and of a
                # value to change it. `buildlog config list --origin` shows what is in force, and why.
                """);
        String section = "";
        for (Key key : Keys.ALL) {
            if (key.scope() == Scope.HOME) {
                continue;
            }
            if (!key.section().equals(section) || section.isEmpty()) {
                text.append("\n");
                text.append(key.section().isEmpty() ? "" : "#" + key.section() + ":\n");
                section = key.section();
            }
            String indent = section.isEmpty() ? "" : "  ";
            text.append("# ").append(indent).append(key.description());
            text.append(key.choices().size() < 2 ? "" : " One of " + String.join(", ", key.choices()) + ".");
            text.append("\n");
            text.append("#").append(indent).append(key.name().substring(key.name().lastIndexOf('.') + 1));
            text.append(": ").append(key.defaultValue()).append("\n");
        }
        return text.toString();
    }
}
