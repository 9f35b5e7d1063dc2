package dev.buildlog.curate;

import java.util.List;

/** Turns texts into vectors: the smaller the angle between two, the more alike their meanings. */
public interface Embedder {

    /** Name of the model; vectors of different models cannot be compared. */
    String name();

    /**
     * One vector for each text, in their order; all of one dimension and of length 1.
     *
     * @throws dev.buildlog.model.BuildlogException if the model cannot be loaded or reached
     */
    List<float[]> embed(List<String> texts);
}
