/**
 * The only package that knows Camel: contexts, doors, route files and their validation, live reload, the HTTP server.
 *
 * <p>May call everything but the front doors ({@code api}, {@code cli}).
 */
@NullMarked
package dev.buildlog.pipeline;

import org.jspecify.annotations.NullMarked;
