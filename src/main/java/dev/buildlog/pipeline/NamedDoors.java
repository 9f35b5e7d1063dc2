package dev.buildlog.pipeline;

import dev.buildlog.model.Commit;
import dev.buildlog.model.Decision;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.GauntletRun;
import dev.buildlog.model.Mistake;
import dev.buildlog.model.PublishRequest;
import dev.buildlog.model.Review;
import dev.buildlog.model.Reward;
import dev.buildlog.model.RiskAcceptance;
import dev.buildlog.model.SessionEvent;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The doors by their names: for messages that another process hands over as they are. */
public final class NamedDoors {

    private static final Map<String, BiFunction<Doors, Object, Optional<Object>>> DOORS = Map.of(
            Doors.ENTRY, (doors, message) -> done(() -> doors.entry((EntryVersion) message)),
            Doors.PUBLISH, (doors, message) -> done(() -> doors.publish((PublishRequest) message)),
            Doors.DECISION, (doors, message) -> done(() -> doors.decision((Decision) message)),
            Doors.COMMIT, (doors, message) -> done(() -> doors.commit((Commit) message)),
            // artifacts and seed files are taken in where they lie, by whoever moves the files
            Doors.REVIEW, (doors, message) -> Optional.of(doors.review((Review) message)),
            Doors.REWARD, (doors, message) -> Optional.of(doors.reward((Reward) message)),
            Doors.SESSION, (doors, message) -> Optional.of(doors.session((SessionEvent) message)),
            Doors.MISTAKE, (doors, message) -> Optional.of(doors.mistake((Mistake) message)),
            Doors.GAUNTLET_RUN, (doors, message) -> Optional.of(doors.begin((GauntletRun) message)),
            Doors.RISK, (doors, message) -> Optional.of(doors.accept((RiskAcceptance) message)));

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
