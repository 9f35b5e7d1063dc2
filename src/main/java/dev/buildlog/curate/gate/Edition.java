package dev.buildlog.curate.gate;

import dev.buildlog.model.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Which checks these are: a fingerprint of their code, of the lists and the learned model they read, and of the platform whose
 * tables of characters they ask. A verdict holds for one edition, so that nobody has to think of a number when a check changes.
 */
public final class Edition {

    /** Where all that has a say in a verdict lies: checks, redaction, lists, weights. */
    private static final List<String> PLACES = List.of("dev/buildlog/curate/", "curate/");

    private Edition() {}

    /** The one of this process, as hex digits. */
    public static String present() {
        return Holder.PRESENT;
    }

    /** Of all files below these places in {@code code}, a jar or a folder. */
    static String of(Path code) throws IOException {
        try (Stream<String> files = Files.isDirectory(code) ? ofFolder(code) : ofJar(code)) {
            return Sha256.of(Runtime.version().feature() + "\n" + files.sorted().collect(Collectors.joining("\n")));
        }
    }

    /** The sums are in the jar's directory: nothing is unpacked. */
    private static Stream<String> ofJar(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().filter(entry -> isOfGate(entry.getName())).map(Edition::line).toList().stream();
        }
    }

    private static Stream<String> ofFolder(Path folder) throws IOException {
        return Files.walk(folder).filter(Files::isRegularFile).filter(file -> isOfGate(name(folder, file)))
                .map(file -> line(name(folder, file), bytes(file)));
    }

    private static boolean isOfGate(String name) {
        return PLACES.stream().anyMatch(name::startsWith);
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static String line(ZipEntry entry) {
        return entry.getName() + ' ' + entry.getSize() + ' ' + entry.getCrc();
    }

    private static String line(String name, byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return name + ' ' + bytes.length + ' ' + sum.getValue();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {

        private static final String PRESENT = present();

        /** Where the code cannot be looked at, nothing said of another edition holds. */
        private static String present() {
            try {
                CodeSource source = Edition.class.getProtectionDomain().getCodeSource();
                Optional<Path> code = source == null || source.getLocation() == null ? Optional.empty()
                        : Optional.of(Path.of(source.getLocation().toURI()));
                return code.isPresent() ? of(code.get()) : UUID.randomUUID().toString();
            } catch (IOException | URISyntaxException | IllegalArgumentException e) {
                return UUID.randomUUID().toString();
            }
        }
    }
}
