package dev.buildlog.model;

import java.util.List;

/**
 * An artifact that another system left in a file.
 *
 * @param name of the file
 * @param text what the file holds
 * @param type of the artifact; empty until it was checked
 * @param project id of the project it is about; empty until it was checked
 * @param emittedAt when it happened, as the artifact says; may be empty
 * @param edges that it holds; none until it was checked
 * @param refusal why it cannot be taken; empty where nothing is wrong with it
 */
public record Delivery(String name, String text, String type, String project, String emittedAt, List<Edge> edges,
        String refusal) {

    public Delivery {
        edges = List.copyOf(edges);
    }

    /** One that nobody has looked into yet. */
    public Delivery(String name, String text) {
        this(name, text, "", "", "", List.of(), "");
    }

    public Delivery refused(String why) {
        return new Delivery(name, text, type, project, emittedAt, List.of(), why);
    }

    public boolean isRefused() {
        return !refusal.isEmpty();
    }
}
