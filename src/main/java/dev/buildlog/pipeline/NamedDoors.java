package dev.buildlog.pipeline;

import dev.buildlog.model.Commit;
import dev.buildlog.model.Decision;
import dev.buildlog.model.Deliveries;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.GauntletRun;
import dev.buildlog.model.Mistake;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.Review;
import dev.buildlog.model.Reward;
import dev.buildlog.model.RiskAcceptance;
import dev.buildlog.model.SeedDelivery;
import dev.buildlog.model.SessionEvent;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The doors by their names: for messages that another process hands over as they are. */
public final class NamedDoors {

    private static final Map<String, BiFunction<Doors, Object, Optional<Object>>> DOORS = Map.ofEntries(
            Map.entry(Doors.ENTRY, (doors, message) -> done(() -> doors.entry((EntryVersion) message))),
            Map.entry(Doors.PUBLISH, (doors, message) -> done(() -> doors.publish((PublishRequest) message))),
            Map.entry(Doors.DECISION, (doors, message) -> done(() -> doors.decision((Decision) message))),
            Map.entry(Doors.COMMIT, (doors, message) -> done(() -> doors.commit((Commit) message))),
            Map.entry(Doors.REVIEW, (doors, message) -> Optional.of(doors.review((Review) message))),
            Map.entry(Doors.REWARD, (doors, message) -> Optional.of(doors.reward((Reward) message))),
            Map.entry(Doors.SESSION, (doors, message) -> Optional.of(doors.session((SessionEvent) message))),
            Map.entry(Doors.MISTAKE, (doors, message) -> Optional.of(doors.mistake((Mistake) message))),
            Map.entry(Doors.GAUNTLET_RUN, (doors, message) -> Optional.of(doors.begin((GauntletRun) message))),
            Map.entry(Doors.RISK, (doors, message) -> Optional.of(doors.accept((RiskAcceptance) message))),
            Map.entry(Doors.ARTIFACTS, (doors, message) -> Optional.of(doors.artifacts((Deliveries) message))),
            Map.entry(Doors.SEED, (doors, message) -> Optional.of(doors.seed((SeedDelivery) message))));

    private NamedDoors() {}

    /**
     * Type of the messages of a door, and the way through it, which answers with its receipt where it has one.
     */
    public record Named(Class<?> message, Function<Object, Optional<Object>> way) {}

    /** The door of this name, if messages may be handed over there. */
    public static Optional<Named> of(Doors doors, String name) {
        return Optional.ofNullable(DOORS.get(name)).map(way -> new Named(Doors.MESSAGES.get(name),
                message -> way.apply(doors, message)));
    }

    private static Optional<Object> done(Runnable change) {
        change.run();
        return Optional.empty();
    }
}
