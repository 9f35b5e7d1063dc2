/**
 * What a language model is asked about an entry, and how much of the answer is believed: prompts, the frame around the data,
 * schemas, checks item by item. Declares what it needs of the outside: a memory of answers and a meter.
 *
 * <p>May call {@code model}, {@code extract} and {@code curate}; knows LangChain4j's messages, but neither network nor clock.
 */
@NullMarked
package dev.buildlog.consult;

import org.jspecify.annotations.NullMarked;
