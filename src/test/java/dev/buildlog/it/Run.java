package dev.buildlog.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.UncheckedIOException;

/** What a finished process left behind. */
record Run(int code, String out, String err) {

    /** stdout as JSON; fails where it is anything else or has more behind. */
    JsonNode json() {
        try {
            return new ObjectMapper().enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(out);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not JSON: " + out, e);
        }
    }

    /** stdout as YAML. */
    JsonNode yaml() {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(out);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not YAML: " + out, e);
        }
    }
}
