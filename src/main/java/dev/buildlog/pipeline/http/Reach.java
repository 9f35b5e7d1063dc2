package dev.buildlog.pipeline.http;

import dev.buildlog.model.BuildlogException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the service listens, and who gets there.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param names host names by which callers may call it, beside addresses and {@code localhost}; lower case
 * @param trust how callers are told apart
 * @param tls certificate and key; null for none
 */
public record Reach(String host, int port, Set<String> names, Trust trust, @Nullable Certificate tls) {

    /** An address that only this machine reaches. */
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|\\[::1]");

    /** How callers are told apart. */
    public enum Trust {
        /** On a loopback address: whoever reads needs nothing, whoever writes needs the home's secret or a token. */
        USUAL,
        /** On a loopback address: nobody needs anything. */
        OPEN,
        /** Something in front of the service encrypts and passes requests on; callers need what they need from outside. */
        BEHIND_PROXY
    }

    public Reach {
        names = Set.copyOf(names);
    }

    /** On {@code 127.0.0.1} with the usual trust. */
    public static Reach local(int port) {
        return new Reach("127.0.0.1", port, Set.of(), Trust.USUAL, null);
    }

    /** Whether only this machine gets there. */
    public boolean isLocal() {
        return isLoopback(host) && trust != Trust.BEHIND_PROXY;
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    /**
     * Makes sure that nobody gets there who should not.
     *
     * @param anyToken whether there is a token that opens something
     * @throws BuildlogException (bad configuration) with the way out
     */
    public void requireSafe(boolean anyToken) {
        if (trust == Trust.OPEN && (!isLoopback(host) || tls != null)) {
            throw unsafe("--open is for a loopback address without TLS: leave it out, or set http.host to 127.0.0.1");
        }
        if (isLocal()) {
            return;
        }
        if (tls == null && trust != Trust.BEHIND_PROXY) {
            throw unsafe(host + " is reached by other machines, and tokens would cross the network unencrypted: set"
                    + " http.tls_certificate and http.tls_key (or http.tls_keystore), or say --behind-proxy if something in front of"
                    + " the service encrypts");
        }
        if (!anyToken) {
            throw unsafe("other machines may call the service, and there is no token by which they would be known: make one with"
                    + " 'buildlog token create'");
        }
    }

    private static BuildlogException unsafe(String message) {
        return new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, message, null);
    }
}
