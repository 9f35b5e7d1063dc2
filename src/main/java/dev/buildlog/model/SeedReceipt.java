package dev.buildlog.model;

import java.util.List;

/**
 * What became of a seed file.
 *
 * @param project id of the project whose rules these are; empty for all projects of the home
 * @param name of the file
 * @param persona whose rules it holds; empty where it was refused
 * @param rules how many
 * @param provenances how many of them say where they come from
 * @param halved ids of the rules whose evidence counts half from now on, sorted
 * @param text what was taken, YAML
 * @param refusal why it could not be taken; empty if it was
 */
public record SeedReceipt(String project, String name, String persona, int rules, int provenances, List<String> halved,
        String text, String refusal) {

    public SeedReceipt {
        halved = List.copyOf(halved);
    }

    /** One for a file that could not be taken. */
    public static SeedReceipt refused(SeedDelivery delivery) {
        return new SeedReceipt(delivery.project(), delivery.name(), "", 0, 0, List.of(), "", delivery.refusal());
    }

    public boolean isRefused() {
        return !refusal.isEmpty();
    }
}
