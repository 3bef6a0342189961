package org.immunarium.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.immunarium.study.file.Placed;
import org.immunarium.study.file.Section;
import org.immunarium.units.Quantity;

/// Reads `compare`, the variants that a study of any kind runs beside each other, and `set`, their values and its
/// own.
public final class VariantsSection {

    private static final String COMPARE = "compare";

    private VariantsSection() {}

    /// Reads what is a kind's own of a variant.
    ///
    /// @param <V> the kind's variant
    public interface Reader<V> {

        /// One variant.
        ///
        /// @param id    a short name for folders
        /// @param title for people
        /// @param set   the values that it has in place of the study's
        V read(Section section, String id, String title, Map<String, Placed<Quantity>> set);
    }

    /// All variants; empty where a study compares none.
    ///
    /// @param keys what a variant may have besides its title and values
    public static <V> List<V> read(Section file, List<String> keys, Reader<V> reader) {
        return read(file, COMPARE, keys, reader);
    }

    /// As [#read(Section, List, Reader)], of variants that stand under another key.
    public static <V> List<V> read(Section file, String key, List<String> keys, Reader<V> reader) {
        List<String> all =
                Stream.concat(Stream.of("title", "set"), keys.stream()).toList();
        List<V> variants = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Set<String> told = new HashSet<>();
        int items = 0;
        for (Section.Item item : file.items(key, all)) {
            items++;
            switch (item) {
                case Section.Item.Line(Placed<String> line) ->
                    file.problem(line, key + ": keys and values were expected, as in {title: no treatment}");
                case Section.Item.Part(Section section) -> {
                    Optional<Placed<String>> title = section.requiredText("title", "nivolumab");
                    String words = title.map(Placed::value).orElse("");
                    String telling = VariantNames.telling(words);
                    if (title.isPresent() && (telling.isEmpty() || !told.add(telling))) {
                        section.problem(
                                title.get(),
                                key + ": the title \"" + words + "\" does not tell this variant from the others");
                    }
                    String id = VariantNames.id(words, ids);
                    ids.add(id);
                    variants.add(reader.read(section, id, words, set(section)));
                }
            }
        }
        if (items < 2 && file.has(key)) {
            file.problem(key, key + ": two or more were expected; found " + items);
        }
        return variants;
    }

    /// What stands under `set`.
    public static Map<String, Placed<Quantity>> set(Section section) {
        Map<String, Placed<Quantity>> values = new LinkedHashMap<>();
        section.texts("set")
                .forEach((name, text) -> section.quantity("set." + name, text).ifPresent(q -> values.put(name, q)));
        return values;
    }
}
