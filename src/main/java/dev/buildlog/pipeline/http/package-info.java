/**
 * The HTTP server in front of the routes: who may call, how much may be sent and how slowly, and what is told to whoever is
 * turned away before a route sees the request.
 *
 * <p>Knows Vert.x and Camel's platform-http. May call {@code model} only; what it asks of the home it is given.
 */
@NullMarked
package dev.buildlog.pipeline.http;

import org.jspecify.annotations.NullMarked;
