package org.immunarium.app.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who answers what: a method and a path, of which parts in braces stand for anything, such as
/// `GET /api/runs/{run}`; a last part `{name…}` for all that is left.
final class Routes {

    private static final String REST = "…}";

    private final List<Route> routes = new ArrayList<>();

    /// Answers a request.
    @FunctionalInterface
    interface Handler {

        /// @param parts what stands for the parts in braces, by name
        /// @throws Refusal where there is nothing to answer with
        Answer answer(Request request, Map<String, String> parts) throws IOException;
    }

    private record Route(String method, List<String> path, Handler handler) {

        Optional<Map<String, String>> matches(List<String> asked) {
            boolean takesRest = !path.isEmpty() && path.getLast().endsWith(REST);
            if (takesRest ? asked.size() < path.size() : asked.size() != path.size()) {
                return Optional.empty();
            }
            Map<String, String> parts = new LinkedHashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String pattern = path.get(i);
                if (pattern.endsWith(REST)) {
                    parts.put(
                            pattern.substring(1, pattern.length() - REST.length()),
                            String.join("/", asked.subList(i, asked.size())));
                } else if (pattern.startsWith("{")) {
                    parts.put(pattern.substring(1, pattern.length() - 1), asked.get(i));
                } else if (!pattern.equals(asked.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(parts);
        }
    }

    /// Adds one; the first that matches counts.
    Routes add(String method, String path, Handler handler) {
        List<String> parts = List.of(path.substring(1).split("/"));
        routes.add(new Route(method, parts.equals(List.of("")) ? List.of() : parts, handler));
        return this;
    }

    /// All of them, as `GET /api/runs/{run}`.
    List<String> all() {
        return routes.stream()
                .map(route -> route.method() + " /" + String.join("/", route.path()))
                .toList();
    }

    Answer answer(Request request) throws IOException {
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        boolean known = false;
        for (Route route : routes) {
            Optional<Map<String, String>> parts = route.matches(request.path());
            if (parts.isPresent()) {
                if (route.method().equals(method)) {
                    return route.handler().answer(request, parts.get());
                }
                known = true;
            }
        }
        if (known) {
            throw new Refusal(Refusal.METHOD_NOT_ALLOWED, request.method() + " does nothing here");
        }
        throw new Refusal(Refusal.NOT_FOUND, "there is nothing at this address");
    }
}
