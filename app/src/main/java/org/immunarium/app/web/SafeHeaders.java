package org.immunarium.app.web;

import com.sun.net.httpserver.Headers;
import java.util.Map;

/// Headers that keep a browser from doing what no page of the lab needs.
final class SafeHeaders {

    static final String POLICY = "Content-Security-Policy";

    /// Everything from the lab itself, nothing in line.
    private static final String PAGES =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                    + " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    /// Of a report or a figure that a run wrote: it shows itself, and runs nothing.
    static final String WRITTEN =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'self'";

    private SafeHeaders() {}

    /// @param own of the answer; they count before those of all
    static void put(Headers headers, Map<String, String> own) {
        headers.set(POLICY, PAGES);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
        own.forEach(headers::set);
    }
}
