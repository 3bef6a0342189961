package org.immunarium.equations.sbml;

import java.util.ArrayDeque;
import java.util.Deque;

/// XML as text, indented so that people can read it.
final class XmlText {

    private final StringBuilder text = new StringBuilder(1 << 14);
    private final Deque<String> open = new ArrayDeque<>();

    /// Whether the last start tag has not got its `>` yet.
    private boolean inTag;

    /// Whether the innermost element holds text, so that its end follows on the same line.
    private boolean onLine;

    void declaration() {
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    void open(String element) {
        endTag(true);
        indent();
        text.append('<').append(element);
        open.push(element);
        inTag = true;
    }

    void attribute(String name, String value) {
        text.append(' ').append(name).append("=\"");
        escape(value);
        text.append('"');
    }

    void text(String content) {
        endTag(false);
        escape(content);
        onLine = true;
    }

    /// An empty element within text.
    void inline(String element) {
        endTag(false);
        text.append('<').append(element).append("/>");
        onLine = true;
    }

    void close() {
        String element = open.pop();
        if (inTag) {
            text.append("/>\n");
            inTag = false;
        } else {
            if (!onLine) {
                indent();
            }
            text.append("</").append(element).append(">\n");
        }
        onLine = false;
    }

    private void endTag(boolean newLine) {
        if (inTag) {
            text.append(newLine ? ">\n" : ">");
            inTag = false;
        }
    }

    private void indent() {
        text.repeat("  ", open.size());
    }

    private void escape(String content) {
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\n' -> text.append("&#10;");
                case '\t' -> text.append("&#9;");
                default -> {
                    if (c >= ' ') {
                        text.append(c);
                    }
                }
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
