/**
 * What a language model is asked about an entry, or about a piece of work under review, and how much of the answer is believed:
 * prompts, the frame around the data, schemas, checks item by item. Declares what it needs of the outside: a memory of answers and
 * a meter.
 *
 * <p>May call {@code model}, {@code extract}, {@code curate} and {@code review}; knows LangChain4j's messages, but neither network
 * nor clock.
 */
@NullMarked
package dev.buildlog.consult;

import org.jspecify.annotations.NullMarked;
