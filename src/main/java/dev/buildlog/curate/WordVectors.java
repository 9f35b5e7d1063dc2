package dev.buildlog.curate;

import java.util.List;

/**
 * A stand-in for a sentence model where there is none: a vector tells which canonical words a text has, not what they mean.
 * Words are hashed to dimensions (Weinberger et al., "Feature hashing for large scale multitask learning", 2009).
 */
public final class WordVectors implements Embedder {

    private static final int DIMENSIONS = 1024;

    @Override
    public String name() {
        return "words";
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        return texts.stream().map(WordVectors::vector).toList();
    }

    private static float[] vector(String text) {
        TokenProfile profile = TokenProfile.of(text);
        float[] vector = new float[DIMENSIONS];
        float length = (float) Math.sqrt(profile.tokens().size());
        profile.tokens().forEach(token -> vector[Math.floorMod(TokenBlocks.hash(token), DIMENSIONS)] += 1 / length);
        return vector;
    }
}
