package dev.buildlog.emission;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published schemas, by a validator of their own. */
public final class Schemas {

    private Schemas() {}

    /** What a document of {@code type} has wrong. */
    public static List<String> problems(String type, String json) {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("docs/schemas/" + type + ".schema.json")))
                    .validate(new ObjectMapper().readTree(json)).stream().map(ValidationMessage::toString).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
