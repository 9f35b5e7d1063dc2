package dev.buildlog.pipeline;

import dev.buildlog.pipeline.validate.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything one pipeline is made of. Folders come in layers (shipped, home, project); a file of a later layer replaces one of
 * the same name.
 *
 * @param routes effective route files by name
 * @param kamelets effective Kamelets by name
 * @param jars jars by name
 * @param targets folders with target descriptors, later ones override
 * @param hash over everything
 */
record Parts(
        List<SourceFile> routes, List<SourceFile> kamelets, Map<String, byte[]> jars, List<Path> targets, String hash) {

    static Parts layered(List<PartFolder> layers) {
        Map<String, SourceFile> routes = new TreeMap<>();
        Map<String, SourceFile> kamelets = new TreeMap<>();
        Map<String, byte[]> jars = new TreeMap<>();
        List<Path> targets = new ArrayList<>();
        StringBuilder hashes = new StringBuilder();
        for (PartFolder layer : layers) {
            routes.putAll(layer.routes());
            kamelets.putAll(layer.kamelets());
            jars.putAll(layer.jars());
            if (layer.files().keySet().stream().anyMatch(name -> name.startsWith("components/targets/"))) {
                targets.add(layer.base().resolve("components/targets"));
            }
            hashes.append(layer.hash());
        }
        return new Parts(List.copyOf(routes.values()), List.copyOf(kamelets.values()), jars, targets, hashes.toString());
    }
}
