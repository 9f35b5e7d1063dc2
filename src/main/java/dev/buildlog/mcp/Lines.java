package dev.buildlog.mcp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The protocol's stdio transport: one message a line, in and out, answered in the order in which they come, so that a change is
 * made before what was asked behind it. That of the SDK loses an answer that is ready while the one before is still being handed
 * on, and whoever asked waits for ever.
 */
final class Lines {

    private final Messages messages;
    private final OutputStream out;

    Lines(Messages messages, OutputStream out) {
        this.messages = messages;
        this.out = out;
    }

    /** Answers until {@code in} ends. */
    void serve(InputStream in) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    String answer = messages.answer(line.getBytes(StandardCharsets.UTF_8)).text();
                    if (!answer.isEmpty()) {
                        out.write((answer + '\n').getBytes(StandardCharsets.UTF_8));
                        out.flush();
                    }
                }
            }
        }
    }
}
