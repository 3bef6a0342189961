package org.immunarium.app.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.immunarium.results.Json;

/// What a request is answered with.
///
/// @param status  of HTTP
/// @param headers besides those that every answer has, see [SafeHeaders]
/// @param length  of the body in bytes; 0 for none, negative where it is not known
/// @param body    writes it
record Answer(int status, Map<String, String> headers, long length, Body body) {

    static final int OK = 200;
    static final int CREATED = 201;
    static final int SEE_OTHER = 303;

    private static final String TYPE = "Content-Type";

    /// Writes a body.
    @FunctionalInterface
    interface Body {
        void to(OutputStream out) throws IOException;
    }

    static Answer bytes(String type, byte[] bytes) {
        return new Answer(OK, Map.of(TYPE, type), bytes.length, out -> out.write(bytes));
    }

    static Answer text(String type, String text) {
        return bytes(type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer json(JsonNode tree) {
        return text("application/json", Json.text(tree));
    }

    /// A body that goes on until whoever listens has gone, or there is nothing more.
    static Answer stream(String type, Body body) {
        return new Answer(OK, Map.of(TYPE, type), -1, body);
    }

    static Answer seeOther(String place) {
        return new Answer(SEE_OTHER, Map.of("Location", place), 0, _ -> {});
    }

    Answer withStatus(int other) {
        return new Answer(other, headers, length, body);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, length, body);
    }
}
