package dev.buildlog.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Files of a pipeline that are read from disk while it runs (jars, target descriptors), copied out of reach of whoever edits the
 * originals: what was trusted is what is loaded, and what runs never sees a file change under it.
 */
final class LoadedFiles {

    private LoadedFiles() {}

    /** A class loader over copies of {@code jars}; it and they are given up with {@code resources}. */
    static URLClassLoader loader(Map<String, byte[]> jars, ClassLoader parent, List<AutoCloseable> resources) {
        Path folder = copy(jars, resources);
        List<URL> urls = new ArrayList<>();
        jars.keySet().forEach(name -> urls.add(url(folder.resolve(name))));
        URLClassLoader loader = new URLClassLoader("buildlog-components", urls.toArray(URL[]::new), parent);
        resources.add(0, loader);
        return loader;
    }

    /** A folder with copies of {@code files}, by name; removed with {@code resources}. */
    static Path copy(Map<String, byte[]> files, List<AutoCloseable> resources) {
        try {
            Path folder = Files.createTempDirectory("buildlog-parts");
            resources.add(() -> delete(folder, files));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the files in components/: " + e.getMessage(), e);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder, Map<String, byte[]> files) throws IOException {
        for (String name : files.keySet()) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.deleteIfExists(folder);
    }
}
