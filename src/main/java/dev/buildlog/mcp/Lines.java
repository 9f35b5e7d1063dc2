package dev.buildlog.mcp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The protocol's stdio transport: one message a line, in and out. Each call runs on a thread of its own and its answer is written
 * whole. That of the SDK loses an answer that is ready while the one before is still being handed on, and whoever asked waits for
 * ever.
 */
final class Lines {

    /** What was asked before the input ended is done all the same. */
    private static final long PATIENCE_MINUTES = 10;

    private final Messages messages;
    private final OutputStream out;

    Lines(Messages messages, OutputStream out) {
        this.messages = messages;
        this.out = out;
    }

    /** Answers until {@code in} ends and all that was asked is answered. */
    void serve(InputStream in) throws IOException, InterruptedException {
        ExecutorService calls = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "call");
            thread.setDaemon(true);
            return thread;
        });
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    String message = line;
                    calls.execute(() -> answer(message));
                }
            }
        } finally {
            calls.shutdown();
            calls.awaitTermination(PATIENCE_MINUTES, TimeUnit.MINUTES);
        }
    }

    private void answer(String message) {
        try {
            String answer = messages.answer(message.getBytes(StandardCharsets.UTF_8)).text();
            if (!answer.isEmpty()) {
                write(answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an answer could not be handed over", e);
        }
    }

    private synchronized void write(String answer) throws IOException {
        out.write((answer + '\n').getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
