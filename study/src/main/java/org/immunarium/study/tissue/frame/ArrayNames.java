package org.immunarium.study.tissue.frame;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Names of arrays, which are names of folders: letters and digits of any alphabet, and `_` for
/// all else.
final class ArrayNames {

    private static final int LONGEST = 60;

    private final Set<String> taken = new HashSet<>();

    /// A name that no other has, capitals aside: not every disk tells these apart.
    ///
    /// @param words what it is of, such as `attack CD8 T cell`
    String of(String words) {
        String plain = words.replaceAll("[^\\p{L}\\p{N}+-]+", "_").replaceAll("^_+|_+$", "");
        String cut = plain.substring(
                0, plain.offsetByCodePoints(0, Math.min(LONGEST, plain.codePointCount(0, plain.length()))));
        String name = cut.isEmpty() ? "_" : cut;
        for (int other = 2; !taken.add(name.toLowerCase(Locale.ROOT)); other++) {
            name = cut + "_" + other;
        }
        return name;
    }
}
