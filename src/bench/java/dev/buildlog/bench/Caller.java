package dev.buildlog.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One connection to the service that is kept open, with as little around it as will do: the client must not be what is measured.
 */
final class Caller implements AutoCloseable {

    private static final int LONGEST_LINE = 8_192;

    private final Socket socket;
    private final InputStream in;
    private final String head;

    /**
     * @param url of the service, on a loopback address
     * @param secret of the home
     */
    Caller(String url, String secret) throws IOException {
        URI address = URI.create(url);
        this.socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.head = "Host: " + address.getAuthority() + "\r\nContent-Type: application/json\r\nAuthorization: Bearer " + secret
                + "\r\nContent-Length: ";
    }

    /**
     * Posts {@code body} and returns the body of the answer.
     *
     * @throws IllegalStateException unless it was recorded
     */
    String post(String path, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        byte[] start = ("POST " + path + " HTTP/1.1\r\n" + head + content.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[start.length + content.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(content, 0, whole, start.length, content.length);
        socket.getOutputStream().write(whole);
        String answer = head();
        String text = chunks();
        if (!answer.startsWith("HTTP/1.1 201")) {
            throw new IllegalStateException(answer.lines().findFirst().orElse("no answer") + ": " + text);
        }
        return text;
    }

    private String head() throws IOException {
        StringBuilder read = new StringBuilder();
        for (String line = line(); !line.isEmpty(); line = line()) {
            read.append(line).append('\n');
        }
        return read.toString();
    }

    /** The service sends every answer in chunks. */
    private String chunks() throws IOException {
        StringBuilder read = new StringBuilder();
        for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            read.append(new String(in.readNBytes(length), StandardCharsets.UTF_8));
            line();
        }
        line();
        return read.toString();
    }

    private String line() throws IOException {
        StringBuilder read = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || read.length() > LONGEST_LINE) {
                throw new IOException("the service hung up");
            }
            read.append((char) next);
        }
        return read.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
