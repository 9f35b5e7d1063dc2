package dev.buildlog.legacy;

import dev.buildlog.model.Sha256;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Ids that the Python tool gave to projects and rules. */
public final class LegacyId {

    private static final int PROJECT_DIGITS = 12;
    private static final int RULE_DIGITS = 8;

    private LegacyId() {}

    /** The id of a project whose remote, or else whose absolute path, was spelled so. It took every spelling for another one. */
    public static String ofProject(String spelling) {
        return Sha256.of(spelling).substring(0, PROJECT_DIGITS);
    }

    /** The id of a persona's rule. */
    public static String ofRule(String persona, String text) {
        return persona + ":" + Sha256.of(text).substring(0, RULE_DIGITS);
    }

    /**
     * The ids that a project may have had, by the usual spellings of its remote and by its path.
     *
     * @param remote {@code host/owner/name}; empty where there is none
     * @param root absolute path of a checkout
     */
    public static Set<String> of(String remote, String root) {
        List<String> spellings = new ArrayList<>();
        int slash = remote.indexOf('/');
        if (slash > 0) {
            String host = remote.substring(0, slash);
            String path = remote.substring(slash + 1);
            for (String end : List.of(".git", "", "/", ".git/")) {
                for (String begin : List.of("https://", "http://", "git://", "ssh://git@", "git+ssh://git@", "https://git@")) {
                    spellings.add(begin + host + "/" + path + end);
                }
                spellings.add("git@" + host + ":" + path + end);
                spellings.add(host + ":" + path + end);
            }
        }
        spellings.add(root);
        Set<String> ids = new LinkedHashSet<>();
        spellings.forEach(spelling -> ids.add(ofProject(spelling)));
        return ids;
    }
}
