package dev.buildlog.curate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.buildlog.models.MiniLm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Vectors of the shipped examples. With {@code -Dbuildlog.vectors=write} they are made anew. */
class ShippedVectorsTest {

    private final MiniLm model = new MiniLm(Path.of("target/models"));
    private final List<String> texts = Example.shipped().stream().map(Example::text).toList();

    @Test
    void areWhatTheModelMakesOfThem() throws IOException {
        List<byte[]> made = new Vectors(model, VectorCache.NONE).of(texts);
        if ("write".equals(System.getProperty("buildlog.vectors"))) {
            Files.write(Path.of("src/main/resources" + ShippedVectors.file(model.name())),
                    made.stream().map(Base64.getEncoder()::encodeToString).toList());
            return;
        }
        Map<String, byte[]> shipped = new ShippedVectors(VectorCache.NONE).find(model.name(), List.of("none"));
        assertThat(shipped).isEmpty();
        List<byte[]> found = new Vectors(new NoModel(model.name()), new ShippedVectors(VectorCache.NONE)).of(texts);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(cosine(made.get(i), found.get(i)))
                    .as("%s. Make the vectors anew with -Dbuildlog.vectors=write", texts.get(i))
                    .isGreaterThan(0.98);
        }
    }

    private static double cosine(byte[] a, byte[] b) {
        return Vectors.product(a, b) / Math.sqrt((double) Vectors.product(a, a) * Vectors.product(b, b));
    }

    /** Has to be asked for nothing. */
    private record NoModel(String name) implements Embedder {
        @Override
        public List<float[]> embed(List<String> texts) {
            throw new AssertionError("no vector was shipped for " + texts);
        }
    }
}
