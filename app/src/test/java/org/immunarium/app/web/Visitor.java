package org.immunarium.app.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.immunarium.results.Json;

/// Whoever asks a lab, with any headers: a browser, a script, or someone who should not.
final class Visitor {

    private final int port;
    private final Map<String, String> headers = new LinkedHashMap<>();

    Visitor(LabServer lab) {
        this(URI.create(lab.address()).getPort());
    }

    private Visitor(int port) {
        this.port = port;
        headers.put("Host", "127.0.0.1:" + port);
        headers.put("Connection", "close");
    }

    /// One who has the token, as a script says it.
    static Visitor withToken(LabServer lab) {
        return new Visitor(lab).with("Authorization", "Bearer " + lab.token());
    }

    /// One who has the address that a lab printed.
    static Visitor of(String address) {
        URI uri = URI.create(address);
        return new Visitor(uri.getPort())
                .with("Authorization", "Bearer " + uri.getQuery().substring("token=".length()));
    }

    Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    int port() {
        return port;
    }

    /// What was answered.
    record Answered(int status, String head, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        ObjectNode json() {
            return Json.parse("the answer", text());
        }

        String header(String name) {
            return Arrays.stream(head.split("\r\n"))
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    Answered get(String path) throws IOException {
        return send("GET", path, new byte[0]);
    }

    Answered post(String path, String json) throws IOException {
        return with("Content-Type", "application/json").send("POST", path, json.getBytes(StandardCharsets.UTF_8));
    }

    Answered send(String method, String path, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (body.length > 0 && !headers.containsKey("Content-Length")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        return raw(all.toByteArray());
    }

    /// Sends bytes as they are, and reads all that comes back.
    Answered raw(byte[] bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(120_000);
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            return read(socket.getInputStream());
        }
    }

    private static Answered read(InputStream in) throws IOException {
        byte[] all = in.readAllBytes();
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answered(0, "", new byte[0]);
        }
        String head = text.substring(0, end);
        byte[] body = Arrays.copyOfRange(all, end + 4, all.length);
        boolean chunked = List.of(head.split("\r\n")).stream()
                .anyMatch(line -> line.equalsIgnoreCase("Transfer-encoding: chunked"));
        return new Answered(Integer.parseInt(head.split(" ")[1]), head, chunked ? unchunked(body) : body);
    }

    private static byte[] unchunked(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        while (at < body.length) {
            int end = at;
            while (body[end] != '\r') {
                end++;
            }
            int length = Integer.parseInt(new String(body, at, end - at, StandardCharsets.US_ASCII), 16);
            out.write(body, end + 2, length);
            at = end + 2 + length + 2;
        }
        return out.toByteArray();
    }
}
