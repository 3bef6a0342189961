package org.immunarium.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.immunarium.study.report.Report;

/// The pages of the lab: HTML, styles and modules of JavaScript, as they lie beside this class.
final class SiteFiles {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json; charset=utf-8",
            "svg", "image/svg+xml",
            "yaml", "text/plain; charset=utf-8");

    private SiteFiles() {}

    static void addTo(Routes routes) {
        routes.add("GET", "/", (_, _) -> file("index.html"))
                .add("GET", "/report.css", (_, _) -> Answer.text("text/css", Report.styles()))
                .add("GET", "/{file…}", (_, parts) -> file(parts.getOrDefault("file", "")));
    }

    private static Answer file(String name) throws IOException {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type != null && name.matches("[a-z0-9-]+(/[a-z0-9-]+)*\\.[a-z]+")) {
            try (InputStream in = SiteFiles.class.getResourceAsStream("site/" + name)) {
                if (in != null) {
                    return Answer.bytes(type, in.readAllBytes());
                }
            }
        }
        throw new Refusal(Refusal.NOT_FOUND, "there is nothing at this address");
    }
}
