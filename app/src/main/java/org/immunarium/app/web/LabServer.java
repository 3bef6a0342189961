package org.immunarium.app.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.immunarium.results.Json;
import org.immunarium.results.RunLock;
import org.immunarium.results.StorageException;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// The web server of the lab.
public final class LabServer implements AutoCloseable {

    /// Seconds that a request may take to arrive, connections that wait for the next one, and bytes that are
    /// read of a body which nobody wants.
    static {
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "200");
        System.setProperty("jdk.httpserver.maxConnections", "2000");
        System.setProperty("sun.net.httpserver.drainAmount", "0");
    }

    private static final int WAITING_CONNECTIONS = 200;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final LabFolder folder;
    private final RunQueue queue;
    private final Access access;
    private final Routes routes = new Routes();
    private final String address;
    private final RunLock lock;

    private LabServer(HttpServer server, InetAddress bound, LabFolder folder, RunLock lock, int atOnce) {
        this.server = server;
        this.folder = folder;
        this.lock = lock;
        int port = server.getAddress().getPort();
        Set<String> hosts = new LinkedHashSet<>(List.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port));
        hosts.add(host(bound) + ":" + port);
        access = new Access(hosts, port);
        address = "http://" + host(bound) + ":" + port + "/";
        queue = new RunQueue(atOnce, folder, RunProcess::start);
        GivenFiles given = new GivenFiles(folder, queue);
        Catalog.addTo(routes);
        new RunsApi(folder, queue, given).addTo(routes);
        new TissueApi(folder).addTo(routes);
        new UploadsApi(folder, given).addTo(routes);
        new NotesApi(folder).addTo(routes);
        new ArchiveApi(folder).addTo(routes);
        new QueryApi(folder).addTo(routes);
        DosesApi.addTo(routes);
        ValuesApi.addTo(routes);
        SiteFiles.addTo(routes);
        server.createContext("/", this::handle);
        server.setExecutor(workers);
    }

    private static String host(InetAddress address) {
        String plain = address.getHostAddress();
        return plain.contains(":") ? "[" + plain + "]" : plain;
    }

    /// Starts a lab.
    ///
    /// @param bound  the address that it answers at
    /// @param port   0 for that of the lab that had these runs last, or where it is taken any that is free
    /// @param runs   the folder of its runs
    /// @param atOnce how many runs are carried out at one time
    /// @throws IOException if the address or the port cannot be had
    /// @throws InvalidInputException if another lab has these runs
    public static LabServer start(InetAddress bound, int port, Path runs, int atOnce) throws IOException {
        LabFolder folder = new LabFolder(runs);
        RunLock lock = folder.take()
                .orElseThrow(() -> new InvalidInputException(Problem.of(
                        "--runs", runs + ": another lab has these runs; end it first, or name another folder")));
        HttpServer server;
        try {
            server = server(bound, port, folder);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
        folder.keepPort(server.getAddress().getPort());
        LabServer lab = new LabServer(server, bound, folder, lock, atOnce);
        lab.queue.goOn();
        lab.server.start();
        return lab;
    }

    private static HttpServer server(InetAddress bound, int port, LabFolder folder) throws IOException {
        OptionalInt last = port == 0 ? folder.lastPort() : OptionalInt.empty();
        if (last.isPresent()) {
            try {
                return HttpServer.create(new InetSocketAddress(bound, last.getAsInt()), WAITING_CONNECTIONS);
            } catch (IOException taken) {
                // Any other, then.
            }
        }
        return HttpServer.create(new InetSocketAddress(bound, port), WAITING_CONNECTIONS);
    }

    /// Where to go first: it has the token.
    public String address() {
        return address + "?token=" + access.token();
    }

    /// What a script says in the header `Authorization`, after `Bearer`.
    String token() {
        return access.token();
    }

    /// All that it answers, as `GET /api/runs/{run}`.
    List<String> routes() {
        return routes.all();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                Request request = new Request(exchange);
                Optional<Answer> atTheDoor = access.check(request);
                answer = atTheDoor.isPresent() ? atTheDoor.get() : routes.answer(request);
            } catch (Refusal refused) {
                answer = refusal(exchange, refused.status(), refused.problems());
            } catch (InvalidInputException invalid) {
                answer = refusal(exchange, Refusal.INVALID, invalid.problems());
            } catch (StorageException | IOException storage) {
                answer = refusal(exchange, Refusal.BUSY, List.of(Problem.of("", String.valueOf(storage.getMessage()))));
            } catch (RuntimeException | Error fault) {
                answer = refusal(exchange, Refusal.FAULT, List.of(Problem.of("", told(fault))));
            }
            send(exchange, answer);
        } catch (IOException gone) {
            // Whoever asked does not listen any more.
        }
    }

    /// In words, with the file that says where it happened.
    private String told(Throwable fault) {
        String words = "something is wrong with Immunarium itself: " + fault;
        if (fault instanceof OutOfMemoryError) {
            return words + "; the lab needs more memory than it may take (IMMUNARIUM_JAVA_OPTIONS=-Xmx8g)";
        }
        try {
            return words + "; where it happened is in " + folder.keepFault(fault);
        } catch (IOException unwritable) {
            return words;
        }
    }

    /// In words where a person has asked for a page, as a browser does that is not let in any more.
    private Answer refusal(HttpExchange exchange, int status, List<Problem> problems) {
        String accepted = String.join(",", exchange.getRequestHeaders().getOrDefault("Accept", List.of()));
        if (accepted.contains("text/html")) {
            String words = problems.stream().map(Problem::message).collect(Collectors.joining("\n"));
            return Answer.text("text/plain", words + "\n").withStatus(status);
        }
        ObjectNode root = Json.object();
        ArrayNode array = root.putArray("problems");
        for (Problem problem : problems) {
            ObjectNode each = array.addObject();
            each.put("source", folder.told(problem.source()));
            problem.line().ifPresent(line -> each.put("line", line));
            problem.element().ifPresent(element -> each.put("element", element));
            each.put("message", problem.message());
        }
        return Answer.json(root).withStatus(status);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        SafeHeaders.put(exchange.getResponseHeaders(), answer.headers());
        boolean head = exchange.getRequestMethod().equals("HEAD");
        boolean empty = answer.length() == 0 || head;
        exchange.sendResponseHeaders(answer.status(), empty ? -1 : Math.max(0, answer.length()));
        if (!empty) {
            try (OutputStream out = exchange.getResponseBody()) {
                write(answer.body(), out);
            }
        }
    }

    /// Writes a body. The connection breaks off where that fails: closing a body, as whoever called does, would
    /// mark its end as if nothing were missing. Java closes a connection that an interrupted thread writes to.
    private static void write(Answer.Body body, OutputStream out) throws IOException {
        try {
            body.to(out);
        } catch (IOException | RuntimeException cutShort) {
            Thread.currentThread().interrupt();
            throw cutShort;
        }
    }

    /// Stops all runs at their next safe points, and answers nothing any more.
    @Override
    public void close() {
        queue.close();
        server.stop(0);
        workers.shutdownNow();
        lock.close();
    }
}
