package dev.buildlog.ledger;

import dev.buildlog.model.Finding;
import dev.buildlog.model.RefusedException;
import dev.buildlog.model.Review;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** A process that hands in reviews of the run {@code r}: {@code ReviewingProcess HOME NUMBER}. */
final class ReviewingProcess {

    static final int REVIEWS = 10;

    private ReviewingProcess() {}

    public static void main(String[] arguments) {
        try (TestLedger live = TestLedger.open(Path.of(arguments[0]))) {
            Reviews reviews = new Reviews(live.ledger);
            IntStream.range(0, REVIEWS).parallel().forEach(i -> {
                try {
                    reviews.record(new Review("v" + arguments[1] + "-" + i, TestLedger.PROJECT, "", null, "", "", "test", "r", "",
                            List.of(new Finding("critical", "money", "Pays twice, line " + i, "src/A.java:" + i, "",
                                    List.of("p:none"), Map.of())), TestLedger.at(i), ""), Set.of());
                } catch (RefusedException e) {
                    // one of all is beyond the run's limit
                }
            });
        }
    }
}
