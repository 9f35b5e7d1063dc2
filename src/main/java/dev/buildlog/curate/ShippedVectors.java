package dev.buildlog.curate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Knows the vectors of the examples that come with buildlog, so that nobody waits for a model to read them. */
public final class ShippedVectors implements VectorCache {

    private final VectorCache rest;
    private final Map<String, Map<String, byte[]>> shipped = new ConcurrentHashMap<>();

    /** @param rest knows all other texts */
    public ShippedVectors(VectorCache rest) {
        this.rest = rest;
    }

    @Override
    public Map<String, byte[]> find(String model, Collection<String> texts) {
        Map<String, byte[]> found = new HashMap<>(rest.find(model, texts));
        if (found.size() < texts.size()) {
            Map<String, byte[]> here = shipped.computeIfAbsent(model, ShippedVectors::read);
            texts.stream().filter(here::containsKey).forEach(text -> found.put(text, here.get(text)));
        }
        return found;
    }

    @Override
    public void keep(String model, Map<String, byte[]> vectors) {
        rest.keep(model, vectors);
    }

    /** One vector a line, in the order of the examples; none where no file of that model was shipped. */
    private static Map<String, byte[]> read(String model) {
        try (InputStream in = ShippedVectors.class.getResourceAsStream(file(model))) {
            if (in == null) {
                return Map.of();
            }
            Iterator<String> lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().iterator();
            Map<String, byte[]> vectors = new HashMap<>();
            List<Example> examples = Example.shipped();
            for (Example example : examples) {
                vectors.put(Abbreviations.spelt(example.text()), Base64.getDecoder().decode(lines.next()));
            }
            return vectors;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file(model), e);
        }
    }

    /** The file of a model's vectors, as a resource. */
    static String file(String model) {
        return "/curate/category-examples." + model + ".txt";
    }
}
