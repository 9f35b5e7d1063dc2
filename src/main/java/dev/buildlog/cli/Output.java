package dev.buildlog.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** An output that remembers why it failed, which a {@link java.io.PrintWriter} on it would not tell. */
final class Output extends FilterOutputStream {

    private volatile @Nullable IOException failure;

    Output(OutputStream out) {
        super(new BufferedOutputStream(out));
    }

    /** Why writing failed; null if it did not. */
    @Nullable IOException failure() {
        return failure;
    }

    @Override
    public void write(int b) throws IOException {
        remember(() -> out.write(b));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        remember(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        remember(out::flush);
    }

    private void remember(Step step) throws IOException {
        IOException before = failure;
        if (before != null) {
            throw before;
        }
        try {
            step.run();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
