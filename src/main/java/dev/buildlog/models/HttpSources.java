package dev.buildlog.models;

import dev.buildlog.model.BuildlogException;
import dev.buildlog.seed.Fetcher;
import dev.buildlog.seed.Source;
import dev.buildlog.seed.SourceText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * Fetches sources over HTTPS. A manifest may come from a stranger, so by default it reaches nothing but public addresses;
 * whatever a server answers, it cannot make this wait for ever, fill the memory, or go on without encryption.
 */
public final class HttpSources implements Fetcher {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 5;
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7E]{0,200}\"");

    private final Limits limits;
    private final boolean privateHosts;
    private final HttpClient client;

    /**
     * How much a source may take.
     *
     * @param bytes size of its answer
     * @param time until the last byte is there, redirects counted one by one
     */
    public record Limits(int bytes, Duration time) {

        /** 4 MiB, half a minute. */
        public static final Limits USUAL = new Limits(4 << 20, Duration.ofSeconds(30));
    }

    /**
     * @param privateHosts whether addresses of this machine and of private networks may be fetched, and {@code http:} from this
     *     machine
     * @param trusted decides which certificates are believed
     */
    public HttpSources(Limits limits, boolean privateHosts, SSLContext trusted) {
        this.limits = limits;
        this.privateHosts = privateHosts;
        this.client = HttpClient.newBuilder().connectTimeout(limits.time()).followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(trusted).build();
    }

    @Override
    public Fetched fetch(Source source, String etag) {
        URI address = address(source.url());
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            check(address);
            HttpResponse<byte[]> answer = send(address, ETAG.matcher(etag).matches() ? etag : "");
            int status = answer.statusCode();
            if (status == 304 && !etag.isEmpty()) {
                return new Fetched(false, "", etag);
            }
            if (status == 200) {
                return new Fetched(true, text(answer), answer.headers().firstValue("ETag").orElse(""));
            }
            if (!REDIRECTS.contains(status)) {
                throw new BuildlogException("the server answers " + status);
            }
            address = redirected(address, answer);
        }
        throw new BuildlogException("it is redirected more than " + MOST_REDIRECTS + " times");
    }

    private static String text(HttpResponse<byte[]> answer) {
        String encoding = answer.headers().firstValue("Content-Encoding").orElse("identity");
        if (!encoding.equalsIgnoreCase("identity")) {
            throw new BuildlogException("it is encoded as " + encoding + ", which was not asked for");
        }
        return SourceText.of(answer.body(), answer.headers().firstValue("Content-Type").orElse(""));
    }

    private static URI redirected(URI from, HttpResponse<byte[]> answer) {
        URI to = from.resolve(address(answer.headers().firstValue("Location")
                .orElseThrow(() -> new BuildlogException("it is redirected to nowhere"))));
        if (!"https".equalsIgnoreCase(to.getScheme()) && "https".equalsIgnoreCase(from.getScheme())) {
            throw new BuildlogException("it is redirected to " + to + ", which is not encrypted");
        }
        return to;
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new BuildlogException("'" + text + "' is no address");
        }
    }

    private void check(URI address) {
        boolean open = "http".equalsIgnoreCase(address.getScheme());
        if (address.getHost() == null || !open && !"https".equalsIgnoreCase(address.getScheme())) {
            throw new BuildlogException("'" + address + "' is no https: address of a host");
        }
        if (address.getRawUserInfo() != null) {
            throw new BuildlogException("the address holds a user name or password");
        }
        // whoever may not be reached is not even looked up
        List<InetAddress> hosts = open && !privateHosts ? List.of() : hosts(address.getHost());
        if (open && !(privateHosts && hosts.stream().allMatch(InetAddress::isLoopbackAddress))) {
            throw new BuildlogException("http: can be read and changed on its way; use https:");
        }
        if (!privateHosts && !hosts.stream().allMatch(PublicAddress::is)) {
            throw new BuildlogException("its host " + address.getHost() + " is this machine or one in a private network. If you"
                    + " trust whoever wrote the manifest, set sources.private_hosts to true in your home's settings");
        }
    }

    private static List<InetAddress> hosts(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            throw new BuildlogException("its host " + host + " is not known here");
        }
    }

    private HttpResponse<byte[]> send(URI address, String etag) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(limits.time())
                .header("Accept", "text/markdown, text/plain;q=0.9, text/html;q=0.8")
                .header("User-Agent", "buildlog");
        if (!etag.isEmpty()) {
            request.header("If-None-Match", etag);
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.build(), info -> new BoundedBody(limits.bytes()));
        try {
            return answer.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new BuildlogException("it was not there after " + limits.time().toSeconds() + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BuildlogException("fetching it was interrupted");
        } catch (ExecutionException e) {
            throw new BuildlogException(reason(e.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    private String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BoundedBody.TooLarge) {
                return "it is larger than " + limits.bytes() + " bytes";
            }
            if (cause instanceof HttpTimeoutException) {
                return "it was not there after " + limits.time().toSeconds() + " seconds";
            }
            if (cause instanceof SSLException) {
                return "its server cannot be trusted: " + cause.getMessage();
            }
            if (cause instanceof ConnectException) {
                return "its server cannot be reached";
            }
        }
        return failure instanceof IOException ? "the connection broke: " + failure.getMessage() : failure.toString();
    }
}
