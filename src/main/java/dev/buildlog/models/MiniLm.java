package dev.buildlog.models;

import dev.buildlog.curate.Embedder;
import dev.buildlog.model.BuildlogException;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sentence model all-MiniLM-L6-v2 (384 dimensions, quantised) in this process: no service, no download. Loaded at the first
 * text, in about a second.
 */
public final class MiniLm implements Embedder {

    /** As in configuration. */
    public static final String NAME = "minilm";

    /** Cosine from which on two texts say the same, as far as the guard lets them; tuned on labelled pairs (docs/quality.md). */
    public static final double THRESHOLD = 0.75;

    private static final String MODEL_CLASS =
            "dev/langchain4j/model/embedding/onnx/allminilml6v2q/AllMiniLmL6V2QuantizedEmbeddingModel.class";

    private final Path cache;
    private @Nullable EmbeddingModel model;

    /** @param cache folder into which the tokenizer unpacks its native library, once */
    public MiniLm(Path cache) {
        this.cache = cache;
    }

    /** Whether this distribution has the model; the slim one does not. */
    public static boolean isPresent() {
        return MiniLm.class.getClassLoader().getResource(MODEL_CLASS) != null;
    }

    @Override
    public String name() {
        return "all-minilm-l6-v2-q";
    }

    /** @throws BuildlogException if its native library cannot be loaded on this machine; the message names the way out */
    @Override
    public List<float[]> embed(List<String> texts) {
        // the library refuses blank texts, and takes control characters for blanks
        List<TextSegment> segments = texts.stream().map(text -> TextSegment.from(text.trim().isEmpty() ? "." : text)).toList();
        return loaded().embedAll(segments).content().stream().map(Embedding::vector).toList();
    }

    private synchronized EmbeddingModel loaded() {
        if (model == null) {
            // the tokenizer would otherwise write into the user's home folder, and ask the network about itself
            System.setProperty("DJL_CACHE_DIR", cache.toString());
            System.setProperty("ai.djl.offline", "true");
            System.setProperty("OPT_OUT_TRACKING", "true");
            try {
                model = new AllMiniLmL6V2QuantizedEmbeddingModel();
            } catch (RuntimeException | LinkageError e) {
                throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "the sentence model cannot be loaded here: "
                        + e.getMessage() + ". Set embeddings.backend to token to do without it.", e);
            }
        }
        return model;
    }
}
