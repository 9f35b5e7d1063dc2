/**
 * What is remembered: append-only facts, the folds over them, and the transactions that decide. The only package with SQL.
 *
 * <p>May call {@code model} and the pure packages; knows neither Camel nor HTTP.
 */
@NullMarked
package dev.buildlog.ledger;

import org.jspecify.annotations.NullMarked;
