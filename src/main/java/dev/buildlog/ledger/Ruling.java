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

    /**
     * Some of the texts.
     *
     * @param alone whether they are a rule of their own whatever they resemble
     * @param text how their rule read when the decision was made, where that matters; else empty
     */
    record Pile(List<Saying> sayings, boolean alone, String text) {

        Pile {
            sayings = List.copyOf(sayings);
        }

        Pile(List<Saying> sayings, boolean alone) {
            this(sayings, alone, "");
        }
    }

    /** That of the message; where it has none, the same for the same message: one that is delivered twice is one fact. */
    String id() {
        if (!decision.id().isEmpty()) {
            return decision.id();
        }
        String plain = String.join("\n", decision.project(), decision.kind(), String.join(" ", decision.rules()),
                decision.text(), String.valueOf(EntryRecorder.micros(decision.at())));
        String more = String.join("\n", decision.why(), String.join(" ", decision.targets()), decision.by(),
                decision.despiteGate() ? "despite" : "");
        // earlier versions knew no more than the first part
        return Sha256.of(more.isBlank() ? plain : plain + "\n" + more);
    }
}
