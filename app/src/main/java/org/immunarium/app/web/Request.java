package org.immunarium.app.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.immunarium.results.Json;
import org.immunarium.units.InvalidInputException;

/// What a browser or a script asks for.
final class Request {

    /// A study is a few kilobytes of text.
    private static final int MOST_OF_A_TREE = 4 << 20;

    private final HttpExchange exchange;
    private final List<String> path;

    Request(HttpExchange exchange) {
        this.exchange = exchange;
        this.path = Arrays.stream(exchange.getRequestURI().getRawPath().split("/"))
                .filter(part -> !part.isEmpty())
                .map(Request::decoded)
                .toList();
    }

    String method() {
        return exchange.getRequestMethod();
    }

    boolean changesNothing() {
        return method().equals("GET") || method().equals("HEAD");
    }

    /// The path's parts, decoded: a part may have a `/` in it.
    List<String> path() {
        return path;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /// What stands after the `?` under a name, decoded.
    Optional<String> query(String name) {
        return parts(exchange.getRequestURI().getRawQuery(), "&").stream()
                .filter(each -> each.startsWith(name + "="))
                .map(each -> decoded(each.substring(name.length() + 1)))
                .findFirst();
    }

    Optional<String> cookie(String name) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> parts(line, ";").stream())
                .map(String::strip)
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .findFirst();
    }

    private static List<String> parts(String line, String between) {
        return line == null ? List.of() : List.of(line.split(between));
    }

    /// The body, as an object of JSON.
    ///
    /// @throws Refusal if it is none, or too long
    ObjectNode json() throws IOException {
        if (!header("Content-Type").orElse("").startsWith("application/json")) {
            throw new Refusal(Refusal.BAD_REQUEST, "a body of type application/json was expected");
        }
        String text = new String(bytes(MOST_OF_A_TREE), StandardCharsets.UTF_8);
        try {
            return Json.parse("the body", text);
        } catch (InvalidInputException e) {
            throw new Refusal(Refusal.BAD_REQUEST, e.problems());
        }
    }

    /// How many bytes the body is said to have; the most where nothing is said.
    ///
    /// @throws Refusal if there are more
    int told(int most) {
        long told = header("Content-Length").map(Request::length).orElse((long) most);
        if (told > most) {
            throw tooLarge(most);
        }
        return (int) told;
    }

    /// The body.
    ///
    /// @param most bytes
    /// @throws Refusal if there are more
    byte[] bytes(int most) throws IOException {
        told(most);
        try (InputStream in = exchange.getRequestBody()) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw tooLarge(most);
            }
            return bytes;
        }
    }

    private static Refusal tooLarge(int most) {
        return new Refusal(Refusal.TOO_LARGE, "at most " + (most >> 20) + " MiB are taken");
    }

    private static long length(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refusal(Refusal.BAD_REQUEST, "a length was expected in Content-Length");
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.BAD_REQUEST, "the address has a % that escapes nothing");
        }
    }
}
