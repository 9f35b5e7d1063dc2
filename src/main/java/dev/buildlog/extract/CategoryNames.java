package dev.buildlog.extract;

import dev.buildlog.model.Categories;
import java.util.List;

/** Recognises the built-in categories where an author wrote one out. */
final class CategoryNames {

    private CategoryNames() {}

    /** Key of the built-in category that {@code name} spells exactly, any case; empty where it spells none. */
    static String key(String name) {
        String words = Names.normal(name).replace('_', ' ').replace('-', ' ');
        for (String key : Categories.BUILT_IN) {
            if (key.replace('_', ' ').equals(words)) {
                return key;
            }
        }
        return "";
    }

    /** Key of the innermost of {@code headings} that names a category; empty where none does. */
    static String innermost(List<String> headings) {
        for (int i = headings.size() - 1; i >= 0; i--) {
            String key = key(headings.get(i));
            if (!key.isEmpty()) {
                return key;
            }
        }
        return "";
    }
}
