/**
 * The words of buildlog as values: records, enums and sealed types only. Knows nobody; everybody knows it.
 */
@NullMarked
package dev.buildlog.model;

import org.jspecify.annotations.NullMarked;
