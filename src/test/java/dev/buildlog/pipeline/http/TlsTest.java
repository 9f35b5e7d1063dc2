package dev.buildlog.pipeline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service encrypts with a certificate in PEM or in a keystore. */
class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    private static Path store;
    private static Path certificate;
    private static Path key;
    private static HttpClient client;

    @BeforeAll
    static void make() throws IOException, GeneralSecurityException, InterruptedException {
        store = folder.resolve("service.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", "service", "-keyalg", "RSA", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-validity", "2",
                "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", store.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("keytool.txt").toFile()).start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        certificate = pem("service.pem", "CERTIFICATE", keys.getCertificate("service").getEncoded());
        Key secret = keys.getKey("service", PASSWORD.toCharArray());
        key = pem("service.key", "PRIVATE KEY", secret.getEncoded());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("service", keys.getCertificate("service"));
        trusted.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        client = HttpClient.newBuilder().sslContext(context).build();
    }

    private static Path pem(String name, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(folder.resolve(name), "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    private static Reach reach(Certificate certificate) {
        return new Reach("localhost", 0, Set.of(), Reach.Trust.USUAL, certificate);
    }

    private static int status(HttpFront front) throws IOException, InterruptedException {
        front.open();
        URI nothing = URI.create(front.url() + "/nothing");
        HttpRequest request = HttpRequest.newBuilder(nothing).header("Origin", front.url()).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    @Test
    void aCertificateInPem() throws IOException, InterruptedException {
        try (HttpFront front = HttpFront.listen(reach(new Certificate.Pem(certificate, key)), new SlowCallersTest.NoCallers())) {
            assertThat(front.url()).startsWith("https://localhost:");
            assertThat(status(front)).isEqualTo(404);
        }
    }

    @Test
    void aKeystore() throws IOException, InterruptedException {
        Certificate.Store kept = new Certificate.Store(store, PASSWORD);
        assertThat(kept.toString()).doesNotContain(PASSWORD);
        try (HttpFront front = HttpFront.listen(reach(kept), new SlowCallersTest.NoCallers())) {
            assertThat(status(front)).isEqualTo(404);
        }
    }

    @Test
    void whatIsNoCertificateKeepsTheServiceFromStarting() throws IOException {
        Path other = Files.writeString(folder.resolve("other.txt"), "no key\n");
        for (Certificate wrong : new Certificate[] {new Certificate.Pem(certificate, other), new Certificate.Pem(other, key),
            new Certificate.Pem(certificate, folder.resolve("none")), new Certificate.Store(store, "guess"),
            new Certificate.Store(other, PASSWORD)}) {
            assertThatThrownBy(() -> HttpFront.listen(reach(wrong), new SlowCallersTest.NoCallers()))
                    .isInstanceOf(BuildlogException.class).hasMessageContaining(folder.toString());
        }
    }
}
