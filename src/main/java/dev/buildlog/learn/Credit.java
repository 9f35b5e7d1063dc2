package dev.buildlog.learn;

import dev.buildlog.model.RefusedException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which rules an outcome rewards: those that the review cited, and no other. */
public final class Credit {

    private Credit() {}

    /**
     * @param cited ids that the review cited
     * @param named ids that the sender of the reward names; null for all that were cited
     * @return sorted, each once
     * @throws RefusedException if a named rule was not cited
     */
    public static List<String> rules(Set<String> cited, @Nullable Collection<String> named) {
        if (named == null) {
            return List.copyOf(new TreeSet<>(cited));
        }
        Set<String> uncited = new TreeSet<>(named);
        uncited.removeAll(cited);
        if (!uncited.isEmpty()) {
            throw new RefusedException("the review did not cite " + String.join(", ", uncited)
                    + ": a reward goes to rules that were cited" + (cited.isEmpty() ? "" : ", here "
                    + String.join(", ", new TreeSet<>(cited))));
        }
        return List.copyOf(new TreeSet<>(named));
    }
}
