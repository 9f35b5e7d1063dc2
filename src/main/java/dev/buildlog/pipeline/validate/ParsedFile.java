package dev.buildlog.pipeline.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A file that is YAML, with its tree. */
record ParsedFile(SourceFile file, YamlNode root) {

    /** Those of {@code files} that can be read, by path; what is wrong with the others goes to {@code findings}. */
    static List<ParsedFile> readAll(List<SourceFile> files, Findings findings) {
        List<ParsedFile> parsed = new ArrayList<>();
        for (SourceFile file : files.stream().sorted(Comparator.comparing(SourceFile::path)).toList()) {
            YamlNode root = YamlReader.read(file, findings);
            if (root != null) {
                parsed.add(new ParsedFile(file, root));
            }
        }
        return parsed;
    }
}
