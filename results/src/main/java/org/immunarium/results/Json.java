package org.immunarium.results;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// JSON as trees, written with two spaces of indent and `\n`, so that the same tree is the same
/// bytes everywhere.
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DefaultPrettyPrinter PRINTER = printer();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /// The tree as text that ends with a line break.
    public static String text(JsonNode node) {
        try {
            return MAPPER.writer(PRINTER).writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a tree that cannot be written", e);
        }
    }

    /// As [#text], with all that is not ASCII escaped: some readers expect that.
    public static String ascii(JsonNode node) {
        try {
            return MAPPER.writer(PRINTER)
                            .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                            .writeValueAsString(node)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a tree that cannot be written", e);
        }
    }

    /// Text in quotation marks, for JSON that is too large for a tree.
    public static String quoted(String words) {
        return TextNode.valueOf(words).toString();
    }

    /// The tree in one line, without a line break at its end.
    public static String line(JsonNode node) {
        return node.toString();
    }

    /// Reads text.
    ///
    /// @param source what it is, for messages
    /// @throws InvalidInputException if it is not a JSON object
    public static ObjectNode parse(String source, String text) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
            throw new InvalidInputException(Problem.of(source, "a JSON object was expected"));
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw new InvalidInputException(
                    Problem.at(source, place.getLineNr(), "it is not JSON from column " + place.getColumnNr() + " on"));
        }
    }

    /// Reads a file.
    ///
    /// @throws InvalidInputException if it cannot be read, or is damaged: not a JSON object
    public static ObjectNode read(Path file) {
        try {
            JsonNode node = MAPPER.readTree(Files.readString(file));
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw Damage.of(file, "a JSON object was expected");
        } catch (MalformedInputException e) {
            throw Damage.of(file, "text in UTF-8 was expected");
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            throw Damage.at(file, place.getLineNr(), "it is not JSON from column " + place.getColumnNr() + " on");
        } catch (IOException e) {
            throw new InvalidInputException(
                    Problem.of(file.toString(), "cannot be read: " + StorageException.reason(e)));
        }
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(indent);
        printer.indentObjectsWith(indent);
        return printer;
    }
}
