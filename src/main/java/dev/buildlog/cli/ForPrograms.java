package dev.buildlog.cli;

import java.io.PrintWriter;
import java.io.Writer;

/** Where results go that no person reads: JSON is written there without indentation, which is a quarter of it. */
final class ForPrograms extends PrintWriter {

    ForPrograms(Writer out) {
        super(out);
    }
}
