package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.immunarium.app.Immunarium;

/// A lab in a process of its own, as people start it.
final class StartedLab implements AutoCloseable {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(300);
    private static final double KIB_A_MIB = 1024;

    private final Process process;
    private final String address;

    private StartedLab(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /// Starts one by the classes of this test.
    static StartedLab in(Path runs) throws IOException {
        List<String> command = command();
        command.addAll(List.of("lab", "--runs", runs.toString()));
        return by(command);
    }

    /// The command line of this build, without its arguments.
    static List<String> command() {
        return new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Immunarium.class.getName()));
    }

    /// Starts one by a command line.
    static StartedLab by(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        return new StartedLab(process, line.substring(line.indexOf("http://")));
    }

    String address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    Visitor visitor() {
        return Visitor.of(address);
    }

    JsonNode run(String name) throws IOException {
        return visitor().get("/api/runs/" + name).json();
    }

    JsonNode await(String name, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONG_ENOUGH.toNanos();
        JsonNode now = run(name);
        while (!wanted.test(now)) {
            assertThat(System.nanoTime()).as(now.toString()).isLessThan(end);
            Thread.sleep(100);
            now = run(name);
        }
        return now;
    }

    JsonNode awaitStatus(String name, String wanted) throws IOException, InterruptedException {
        return await(name, now -> now.path("status").asText().equals(wanted));
    }

    String start(String body) throws IOException {
        Visitor.Answered answered = visitor().post("/api/runs", body);
        assertThat(answered.status()).as(answered.text()).isEqualTo(201);
        return answered.json().path("run").asText();
    }

    /// As `kill -9`.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    /// Memory that the system has given it, in MiB.
    double resident() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(each -> each.startsWith("VmRSS"))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIB_A_MIB;
    }

    /// What lives on its heap, in MiB, after a full collection.
    double liveHeap() throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process asked = new ProcessBuilder(jcmd.toString(), String.valueOf(process.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String total = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(each -> each.startsWith("Total"))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(total.strip().split(" +")[2]) / (KIB_A_MIB * KIB_A_MIB);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
