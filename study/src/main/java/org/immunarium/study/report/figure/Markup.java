package org.immunarium.study.report.figure;

/// Text within HTML and SVG.
public final class Markup {

    private Markup() {}

    /// Text as it stands in markup, in quotation marks or not.
    public static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
