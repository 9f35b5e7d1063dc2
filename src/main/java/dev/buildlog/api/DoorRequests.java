package dev.buildlog.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.buildlog.config.HomeSecret;
import dev.buildlog.pipeline.Core;
import dev.buildlog.pipeline.Doors;
import dev.buildlog.pipeline.NamedDoors;
import dev.buildlog.pipeline.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bean {@code doorRequests}: messages that commands of the same person hand over as they are. They say of themselves who
 * decided and when, so nobody gets in here without the home's secret, also where the service asks nobody else for anything.
 */
public final class DoorRequests {

    private static final String BEARER = "Bearer ";

    private final ObjectMapper json = Wire.json();
    private final Core core;
    private final Doors doors;

    public DoorRequests(Core core, Doors doors) {
        this.core = core;
        this.doors = doors;
    }

    /**
     * Lets a message in, and answers after the commit.
     *
     * @param headers those of the request, and {@code door} out of its address
     * @return the receipt; no content where the door has none
     * @throws RequestProblem 403 without the home's secret, 404 for an unknown door, 400 for what is no message of it
     */
    public Answer enter(Map<String, Object> headers, byte @Nullable [] body) {
        requireOwner(Request.text(headers, "Authorization"));
        String name = Request.address(headers, "door");
        NamedDoors.Named door = NamedDoors.of(doors, name).orElseThrow(() -> new RequestProblem(404, "No such door",
                "messages cannot be handed over at a door '" + name + "'"));
        return door.way().apply(message(door.message(), body == null ? new byte[0] : body))
                .map(receipt -> new Answer(200, Answer.JSON, written(receipt)))
                .orElseGet(() -> new Answer(204, Answer.JSON, ""));
    }

    private void requireOwner(String authorization) {
        byte[] secret = HomeSecret.read(core.home()).orElse("").getBytes(StandardCharsets.UTF_8);
        byte[] said = (authorization.startsWith(BEARER) ? authorization.substring(BEARER.length()) : "")
                .getBytes(StandardCharsets.UTF_8);
        if (secret.length == 0 || !MessageDigest.isEqual(secret, said)) {
            throw new RequestProblem(403, "Not yours", "the doors are for commands of this home: send the content of its file"
                    + " 'secret'. Others use what lies below /api/v1/projects");
        }
    }

    private Object message(Class<?> type, byte[] body) {
        try {
            return json.readValue(body, type);
        } catch (IOException e) {
            throw new RequestProblem(400, "No message", "this is no " + type.getSimpleName() + ": docs/doors.md shows one");
        }
    }

    private String written(Object receipt) {
        try {
            return json.writeValueAsString(receipt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every receipt can be written as JSON", e);
        }
    }
}
