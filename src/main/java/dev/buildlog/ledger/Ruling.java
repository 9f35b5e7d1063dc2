package dev.buildlog.ledger;

import dev.buildlog.model.Decision;
import dev.buildlog.model.Sha256;
import java.util.List;

/**
 * A decision as a fact: with the texts it turned out to speak of when it was made. Which those were is not decided again.
 *
 * @param piles the texts; those of one pile belong together, those of two piles apart
 */
record Ruling(Decision decision, List<Pile> piles) {

    Ruling {
        piles = List.copyOf(piles);
    }

    /** A text in a category, whatever its case. */
    record Saying(String category, String text) {}

    /** @param alone whether its texts are a rule of their own whatever they resemble */
    record Pile(List<Saying> sayings, boolean alone) {

        Pile {
            sayings = List.copyOf(sayings);
        }
    }

    /** The same for the same message, so that one that is delivered twice is one fact. */
    String id() {
        return Sha256.of(String.join("\n", decision.project(), decision.kind(), String.join(" ", decision.rules()),
                decision.text(), String.valueOf(EntryRecorder.micros(decision.at()))));
    }
}
