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
 * The jars of a pipeline, copied out of reach of whoever edits the originals: what was trusted is what is loaded, and a running
 * class loader never sees a jar change under it.
 */
record JarFolder(Map<String, byte[]> jars) {

    /** A class loader over the copies; it and they are given up with {@code resources}. */
    URLClassLoader loader(ClassLoader parent, List<AutoCloseable> resources) {
        try {
            Path folder = Files.createTempDirectory("buildlog-jars");
            List<URL> urls = new ArrayList<>();
            for (Map.Entry<String, byte[]> jar : jars.entrySet()) {
                Path copy = folder.resolve(jar.getKey());
                Files.write(copy, jar.getValue());
                urls.add(url(copy));
            }
            URLClassLoader loader = new URLClassLoader("buildlog-components", urls.toArray(URL[]::new), parent);
            resources.add(loader);
            resources.add(() -> delete(folder));
            return loader;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the jars in components/: " + e.getMessage(), e);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void delete(Path folder) throws IOException {
        for (String name : jars.keySet()) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.deleteIfExists(folder);
    }
}
