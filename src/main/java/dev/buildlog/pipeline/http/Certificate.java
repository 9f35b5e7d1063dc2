package dev.buildlog.pipeline.http;

import dev.buildlog.model.BuildlogException;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.KeyStoreOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.nio.file.Files;
import java.nio.file.Path;

/** How the service proves to callers that it is the one they meant. */
public sealed interface Certificate {

    /** A certificate, with those that signed it, and its key (PKCS #8 or PKCS #1), in PEM. */
    record Pem(Path certificate, Path key) implements Certificate {

        @Override
        public KeyCertOptions options() {
            return new PemKeyCertOptions().setCertPath(readable(certificate, "http.tls_certificate"))
                    .setKeyPath(readable(key, "http.tls_key"));
        }
    }

    /** Both in one file, PKCS #12 or JKS. */
    record Store(Path file, String password) implements Certificate {

        @Override
        public KeyCertOptions options() {
            String type = file.toString().endsWith(".jks") ? "JKS" : "PKCS12";
            return new KeyStoreOptions().setType(type).setPath(readable(file, "http.tls_keystore")).setPassword(password);
        }

        @Override
        public String toString() {
            return "Store[" + file + "]";
        }
    }

    /** @throws BuildlogException (bad configuration) if a file cannot be read */
    KeyCertOptions options();

    private static String readable(Path file, String key) {
        if (!Files.isReadable(file)) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, key + " names " + file
                    + ", which is not there or cannot be read", null);
        }
        return file.toString();
    }
}
