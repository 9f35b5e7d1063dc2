package dev.buildlog.pipeline;

import dev.buildlog.pipeline.validate.SourceFile;
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
 * @param targets effective target descriptors by name
 * @param prompts effective prompts by name
 * @param hash over everything
 * @param shipped whether nobody has put anything beside the shipped ones or in their place
 */
record Parts(
        List<SourceFile> routes, List<SourceFile> kamelets, Map<String, byte[]> jars, Map<String, byte[]> targets,
        Map<String, byte[]> prompts, String hash, boolean shipped) {

    /** @param layers the shipped folder first */
    static Parts layered(List<PartFolder> layers) {
        Map<String, SourceFile> routes = new TreeMap<>();
        Map<String, SourceFile> kamelets = new TreeMap<>();
        Map<String, byte[]> jars = new TreeMap<>();
        Map<String, byte[]> targets = new TreeMap<>();
        Map<String, byte[]> prompts = new TreeMap<>();
        StringBuilder hashes = new StringBuilder();
        for (PartFolder layer : layers) {
            routes.putAll(layer.routes());
            kamelets.putAll(layer.kamelets());
            jars.putAll(layer.jars());
            targets.putAll(layer.targets());
            prompts.putAll(layer.prompts());
            hashes.append(layer.hash());
        }
        return new Parts(List.copyOf(routes.values()), List.copyOf(kamelets.values()), jars, targets, prompts,
                hashes.toString(), layers.stream().skip(1).allMatch(PartFolder::isEmpty));
    }
}
