package org.immunarium.study.report.figure;

import java.util.List;

/// Something a report shows: as a picture, in words, and as numbers.
public interface Figure {

    /// What stands above it.
    String title();

    /// Whether it needs all of the page's width, wherever it stands.
    default boolean isWide() {
        return false;
    }

    /// The pictures of it, the one to show first; each names the scale it has, such as `logarithmic`.
    List<Picture> pictures();

    /// The legend as HTML; empty where none is needed.
    String legend();

    /// What can be seen in it, a sentence an item.
    List<String> inWords();

    /// Its numbers, thinned to what is pleasant to read.
    Numbers numbers();

    /// @param svg an `<svg>` element
    record Picture(String scale, String svg) {}

    /// @param note how the rows were chosen; empty where they are all there are
    record Numbers(List<String> header, List<List<String>> rows, String note) {}
}
