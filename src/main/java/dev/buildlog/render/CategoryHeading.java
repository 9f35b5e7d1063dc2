package dev.buildlog.render;

import dev.buildlog.model.Categories;
import java.util.Comparator;

/** How a category is shown to a person, and where. */
final class CategoryHeading {

    /** Display order of category keys: the built-in ones, then the others by their headings. */
    static final Comparator<String> ORDER = Comparator.comparingInt(Categories::order)
            .thenComparing(CategoryHeading::of)
            .thenComparing(Comparator.naturalOrder());

    private CategoryHeading() {}

    static String of(String category) {
        return category.equals(Categories.UNCATEGORISED) ? "General" : Categories.title(category);
    }
}
