package dev.buildlog.cli;

import dev.buildlog.config.KeyFile;
import dev.buildlog.config.Keys;
import dev.buildlog.config.Settings;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.pipeline.http.Certificate;
import dev.buildlog.pipeline.http.Reach;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a service is to listen, and to whom, out of the settings. */
final class Reaching {

    private static final String NONE = "none";

    private Reaching() {}

    /** @throws BuildlogException (bad configuration) if the settings say half of it */
    static Reach of(Path home, Settings settings, int port, Reach.Trust trust) {
        return new Reach(settings.text(Keys.HTTP_HOST), port, names(settings.text(Keys.HTTP_NAMES)), trust,
                certificate(home, settings));
    }

    private static Set<String> names(String text) {
        return text.equals(NONE) ? Set.of() : Arrays.stream(text.split(",")).map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    private static @Nullable Certificate certificate(Path home, Settings settings) {
        String certificate = settings.text(Keys.HTTP_TLS_CERTIFICATE);
        String key = settings.text(Keys.HTTP_TLS_KEY);
        String store = settings.text(Keys.HTTP_TLS_KEYSTORE);
        if (certificate.equals(NONE) != key.equals(NONE) || !store.equals(NONE) && !key.equals(NONE)) {
            throw bad("TLS takes http.tls_certificate and http.tls_key, or http.tls_keystore alone: set the missing one, or take"
                    + " the other out");
        }
        if (!store.equals(NONE)) {
            return new Certificate.Store(home.resolve(store), password(home.resolve(settings.text(Keys.HTTP_TLS_PASSWORD_FILE))));
        }
        return certificate.equals(NONE) ? null : new Certificate.Pem(home.resolve(certificate), home.resolve(key));
    }

    private static String password(Path file) {
        return KeyFile.read(file).orElseThrow(() -> bad("http.tls_password_file names " + file + ", which is not there: put the"
                + " password of the keystore into it"));
    }

    private static BuildlogException bad(String message) {
        return new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, message, null);
    }
}
