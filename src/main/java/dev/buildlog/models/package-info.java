/**
 * The outside world behind ports that other packages declare: git, documents on the web and the sentence model here, language
 * models in {@code chat}.
 *
 * <p>May call {@code model} and the packages whose ports it implements; knows neither SQL nor Camel.
 */
@NullMarked
package dev.buildlog.models;

import org.jspecify.annotations.NullMarked;
