package dev.buildlog.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * {@link PicocliFloor} as a process: nothing but picocli on the class path, the flags of the launcher's short commands.
 */
final class Floor {

    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData",
            "-Dfile.encoding=UTF-8", "-Xlog:disable", "-Xlog:all=warning:stderr", "-Xlog:cds*=off");

    private final Path archive;
    private final String classPath;

    private Floor(Path archive, String classPath) {
        this.archive = archive;
        this.classPath = classPath;
    }

    /** Packs the program and makes its archive in {@code folder}. */
    static Floor build(Path folder, Path picocli) throws IOException, InterruptedException {
        Path jar = Files.createDirectories(folder).resolve("floor.jar");
        String name = PicocliFloor.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                InputStream code = PicocliFloor.class.getResourceAsStream("/" + name)) {
            entries.putNextEntry(new JarEntry(name));
            code.transferTo(entries);
        }
        Floor floor = new Floor(folder.resolve("floor.jsa"), jar + System.getProperty("path.separator") + picocli);
        Child.run(floor.java("-XX:ArchiveClassesAtExit=" + floor.archive));
        return floor;
    }

    ProcessBuilder command(Distribution.Archive use) {
        return use == Distribution.Archive.ON ? java("-XX:SharedArchiveFile=" + archive) : java();
    }

    private ProcessBuilder java(String... more) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(FLAGS);
        words.addAll(List.of(more));
        words.addAll(List.of("-cp", classPath, PicocliFloor.class.getName()));
        return new ProcessBuilder(words);
    }
}
