package dev.buildlog.extract;

import dev.buildlog.model.EntryVersion;

/**
 * Takes insights from an entry and adds them to those found before. The bean behind every {@code extract-*-action} Kamelet.
 *
 * <p>Laws: the result keeps every insight of its input; running an extractor twice adds nothing the second time; a text found
 * by two extractors at one place counts once; a removed entry yields nothing.
 */
public interface Extractor {

    EntryVersion extract(EntryVersion entry);
}
