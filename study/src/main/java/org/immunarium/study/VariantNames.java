package org.immunarium.study;

import java.util.Locale;
import java.util.Set;
import org.immunarium.results.RunFolder;

/// Tells the variants of a study apart by their titles.
public final class VariantNames {

    private VariantNames() {}

    /// What tells a title from others: its letters and digits, in any script. Empty where it has none.
    public static String telling(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /// A short name for a folder; titles that only differ in their ends, or are in another script, get a number.
    ///
    /// @param taken by variants before
    public static String id(String title, Set<String> taken) {
        String slug = RunFolder.slug(title);
        String id = slug;
        for (int number = 2; taken.contains(id); number++) {
            id = slug + "-" + number;
        }
        return id;
    }
}
