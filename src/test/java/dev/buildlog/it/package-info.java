/**
 * Tests of the packaged distribution: every command and service is a process of its own, started by {@code bin/buildlog} with a
 * home of its own. Nothing here knows a class of the product.
 */
package dev.buildlog.it;
