package org.immunarium.results.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.Json;

/// What is said about a group or an array, by name: `.zattrs`.
public final class ZarrAttributes {

    private final ObjectNode node;

    private ZarrAttributes(ObjectNode node) {
        this.node = node;
    }

    /// Nothing yet.
    public static ZarrAttributes none() {
        return new ZarrAttributes(Json.object());
    }

    static ZarrAttributes of(ObjectNode node) {
        return new ZarrAttributes(node);
    }

    /// Says one thing more.
    public ZarrAttributes with(String name, String value) {
        node.put(name, value);
        return this;
    }

    /// As [#with(String, String)].
    public ZarrAttributes with(String name, double value) {
        node.put(name, value);
        return this;
    }

    /// As [#with(String, String)].
    public ZarrAttributes with(String name, long value) {
        node.put(name, value);
        return this;
    }

    /// As [#with(String, String)].
    public ZarrAttributes with(String name, boolean value) {
        node.put(name, value);
        return this;
    }

    /// As [#with(String, String)].
    public ZarrAttributes with(String name, List<String> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(array::add);
        return this;
    }

    /// As [#with(String, String)].
    public ZarrAttributes with(String name, double[] values) {
        ArrayNode array = node.putArray(name);
        for (double value : values) {
            array.add(value);
        }
        return this;
    }

    /// Text, where there is some of that name.
    public Optional<String> text(String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    /// A number; NaN where there is none of that name.
    public double number(String name) {
        return node.path(name).asDouble(Double.NaN);
    }

    /// Whether something is said to be so.
    public boolean is(String name) {
        return node.path(name).asBoolean();
    }

    /// Texts; none where nothing is of that name.
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        node.path(name).forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /// Numbers; none where nothing is of that name.
    public double[] numbers(String name) {
        JsonNode array = node.path(name);
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.path(i).asDouble(Double.NaN);
        }
        return numbers;
    }

    boolean isEmpty() {
        return node.isEmpty();
    }

    String json() {
        return Json.ascii(node);
    }
}
