package dev.buildlog.pipeline;

import java.util.Map;
import java.util.function.Function;

/**
 * The beans that the front doors bring to the routes.
 *
 * @param types the class of each bean by name, known without making any
 * @param beans makes the beans, given the pipelines they may use
 */
public record Front(Map<String, Class<?>> types, Function<Pipelines, Map<String, Object>> beans) {}
