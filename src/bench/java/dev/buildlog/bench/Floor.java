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
 * {@link PicocliFloor} and {@link JvmFloor} as processes: nothing but picocli on the class path, the flags of the launcher's
 * short commands.
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
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out)) {
            for (Class<?> program : List.of(PicocliFloor.class, JvmFloor.class)) {
                String name = program.getName().replace('.', '/') + ".class";
                try (InputStream code = program.getResourceAsStream("/" + name)) {
                    entries.putNextEntry(new JarEntry(name));
                    code.transferTo(entries);
                }
            }
        }
        Floor floor = new Floor(folder.resolve("floor.jsa"), jar + System.getProperty("path.separator") + picocli);
        Child.run(floor.java(PicocliFloor.class, "-XX:ArchiveClassesAtExit=" + floor.archive));
        return floor;
    }

    /** A command made with picocli. */
    ProcessBuilder command(Distribution.Archive use) {
        return start(PicocliFloor.class, use);
    }

    /** A JVM that prints one line. */
    ProcessBuilder jvm(Distribution.Archive use) {
        return start(JvmFloor.class, use);
    }

    private ProcessBuilder start(Class<?> program, Distribution.Archive use) {
        return use == Distribution.Archive.ON ? java(program, "-XX:SharedArchiveFile=" + archive) : java(program);
    }

    private ProcessBuilder java(Class<?> program, String... more) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(FLAGS);
        words.addAll(List.of(more));
        words.addAll(List.of("-cp", classPath, program.getName()));
        return new ProcessBuilder(words);
    }
}
