package dev.buildlog.cli;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.models.HttpSources;
import dev.buildlog.seed.ManifestEntry;
import dev.buildlog.seed.PersonaName;
import dev.buildlog.seed.Source;
import dev.buildlog.seed.SourceText;
import dev.buildlog.seed.SourceType;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The texts that {@code generate} works on, each with the source it is of. */
final class SourceTexts {

    private SourceTexts() {}

    /**
     * Those of files that a person names; they may lie anywhere, and {@code -} is standard input.
     *
     * @throws BuildlogException if one cannot be read
     */
    static Map<Source, String> ofFiles(Workplace here, PersonaName persona, List<Path> files) {
        Map<Source, String> texts = new LinkedHashMap<>();
        for (Path given : files) {
            if (given.toString().equals("-")) {
                texts.put(new Source("standard-input", "file:standard-input", SourceType.REFERENCE_DOC, persona.domain(), "",
                        List.of()), typed(here, given));
                continue;
            }
            Path file = here.directory().resolve(given).normalize();
            String name = file.getFileName().toString();
            String stem = name.contains(".") && !name.startsWith(".") ? name.substring(0, name.lastIndexOf('.')) : name;
            texts.put(new Source(stem, url(here.root(), file), SourceType.REFERENCE_DOC, persona.domain(), "", List.of()),
                    text(given, file));
        }
        return texts;
    }

    /**
     * Those of the persona's manifest, brought up to date first. One that cannot be had is told and left out.
     *
     * @throws BuildlogException if there are no sources, or no text of any
     */
    static Map<Source, String> ofPersona(Workplace here, PersonaName persona) {
        PersonaSources sources = PersonaSources.at(here, persona);
        if (sources.sources().manifest().isEmpty()) {
            throw new BuildlogException("Name files to read, or add sources of " + persona
                    + " with `buildlog gauntlet sources add URL -p " + persona + "`.");
        }
        Map<Source, String> texts = new LinkedHashMap<>();
        for (ManifestEntry entry : sources.fetch(here, false)) {
            if (!entry.error().isEmpty()) {
                here.say(PersonaSources.line(entry));
            }
            sources.sources().text(entry).ifPresent(text -> texts.put(entry.source(), text));
        }
        if (texts.isEmpty()) {
            throw new BuildlogException("There is no text of any source of " + persona + ".");
        }
        return texts;
    }

    /** The address of a file: without the folders of this machine where it lies in the repository. */
    private static String url(Path root, Path file) {
        try {
            return file.startsWith(root)
                    ? "file:" + new URI(null, null, "/" + root.relativize(file).toString().replace('\\', '/'), null).getRawPath()
                            .substring(1)
                    : file.toUri().toString();
        } catch (URISyntaxException e) {
            throw new BuildlogException(file + " cannot be written as an address; rename it");
        }
    }

    private static String typed(Workplace here, Path given) {
        try {
            return text(given, here.in().readNBytes(HttpSources.Limits.USUAL.bytes()));
        } catch (IOException e) {
            throw new BuildlogException("cannot read standard input: " + AtomicFile.reason(e));
        }
    }

    private static String text(Path given, Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new BuildlogException(given + " is not a file that is there.");
            }
            if (Files.size(file) > HttpSources.Limits.USUAL.bytes()) {
                throw new BuildlogException(given + " is larger than " + HttpSources.Limits.USUAL.bytes() + " bytes; split it.");
            }
            return text(given, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new BuildlogException("cannot read " + given + ": " + AtomicFile.reason(e));
        }
    }

    private static String text(Path given, byte[] content) {
        try {
            return SourceText.of(content, SourceText.typeOf(given.toString()));
        } catch (BuildlogException e) {
            throw new BuildlogException("cannot read " + given + ": " + e.getMessage());
        }
    }
}
