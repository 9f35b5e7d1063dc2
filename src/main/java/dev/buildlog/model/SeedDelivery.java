package dev.buildlog.model;

import java.time.Instant;

/**
 * A seed file that somebody brings: the message of {@code direct:seed}.
 *
 * @param project id of the project whose rules these become; empty for all projects of the home
 * @param source who brings it, as {@code interop.yaml} calls them; empty for a person
 * @param name of the file
 * @param text what the file holds, YAML
 * @param before text of the file that it takes the place of, where the ledger need not know of it; empty for none
 * @param refusal why it cannot be taken; empty where nothing is wrong with it
 * @param at when it was brought
 */
public record SeedDelivery(String project, String source, String name, String text, String before, String refusal, Instant at) {

    public SeedDelivery withText(String newText) {
        return new SeedDelivery(project, source, name, newText, before, refusal, at);
    }

    public SeedDelivery refused(String why) {
        return new SeedDelivery(project, source, name, text, before, why, at);
    }
}
