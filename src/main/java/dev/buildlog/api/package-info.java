/**
 * What HTTP answers: JSON shapes, problem details, the OpenAPI document. Plain beans; the routes that use them are YAML.
 *
 * <p>May call everything below the front doors.
 */
@NullMarked
package dev.buildlog.api;

import org.jspecify.annotations.NullMarked;
