package dev.buildlog.models.remote;

import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's HTTP client behind LangChain4j's door, made to be robust: the whole answer has to be there in time, it has a largest
 * size, redirections are not followed (a key goes to the configured address and no further), and a refusal keeps its
 * {@code Retry-After}.
 */
final class PlainHttp implements HttpClient {

    private static final int LARGEST = 4 << 20;

    private final java.net.http.HttpClient client;
    private final Duration timeout;

    PlainHttp(Duration timeout) {
        this.timeout = timeout;
        this.client = java.net.http.HttpClient.newBuilder().version(java.net.http.HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout).followRedirects(java.net.http.HttpClient.Redirect.NEVER).build();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        var wire = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), request.body() == null
                        ? java.net.http.HttpRequest.BodyPublishers.noBody()
                        : java.net.http.HttpRequest.BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> wire.header(name, value)));
        HttpResponse<String> response = send(wire.build());
        if (response.statusCode() / 100 != 2) {
            throw Refusal.of(response);
        }
        return SuccessfulHttpResponse.builder().statusCode(response.statusCode()).headers(response.headers().map())
                .body(response.body()).build();
    }

    private HttpResponse<String> send(java.net.http.HttpRequest request) {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, info -> new BoundedBody(LARGEST));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            answer.cancel(true);
            throw new TimeoutException("no answer within " + timeout.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw cause instanceof ConnectException
                    ? new UncheckedIOException(new ConnectException("nobody answers at " + request.uri().getAuthority()))
                    : new UncheckedIOException(new IOException("the connection to " + request.uri().getAuthority() + " failed: "
                            + cause.getMessage(), cause));
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are taken whole");
    }
}
