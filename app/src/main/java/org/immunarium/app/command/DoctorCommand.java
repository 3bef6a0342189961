package org.immunarium.app.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.immunarium.app.ExitCode;
import org.immunarium.study.run.StudyRun;
import picocli.CommandLine.Command;

/// `immunarium doctor`: what of this machine is fine, what is not, and how to mend it.
@Command(name = "doctor", description = "Says whether this machine has what is needed, and how to mend what is not.")
public final class DoctorCommand implements Callable<Integer> {

    private static final int REQUIRED_JAVA = 25;
    private static final double GIB = 1L << 30;
    private static final double LITTLE_MEMORY_GIB = 1;
    private static final double LITTLE_DISK_GIB = 1;

    private boolean fine = true;

    @Override
    public Integer call() {
        int java = Runtime.version().feature();
        say(java >= REQUIRED_JAVA, "Java", Runtime.version().toString(), "install a JDK of version 25 or newer");
        say(true, "cores", Integer.toString(Runtime.getRuntime().availableProcessors()), "");
        double memory = Runtime.getRuntime().maxMemory() / GIB;
        say(
                memory >= LITTLE_MEMORY_GIB,
                "memory",
                String.format(Locale.ROOT, "%.1f GiB for the JVM", memory),
                "give it more with IMMUNARIUM_JAVA_OPTIONS=-Xmx2g");
        say(
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(),
                "vectors",
                "the Vector API",
                "start with ./immunarium, which adds the module jdk.incubator.vector");
        port();
        folder();
        return fine ? ExitCode.DONE.code() : ExitCode.VERIFICATION_FAILED.code();
    }

    private void port() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            say(true, "port", "127.0.0.1 can be served (tried " + socket.getLocalPort() + ")", "");
        } catch (IOException e) {
            say(false, "port", "127.0.0.1 cannot be served: " + e.getMessage(), "look at the firewall");
        }
    }

    private void folder() {
        Path here = Path.of("").toAbsolutePath();
        try {
            Path probe = Files.createTempFile(here, ".immunarium", ".probe");
            Files.delete(probe);
            double free = Files.getFileStore(here).getUsableSpace() / GIB;
            say(
                    free >= LITTLE_DISK_GIB,
                    "folder",
                    String.format(Locale.ROOT, "runs go to %s, %.1f GiB free", here.resolve(StudyRun.RUNS), free),
                    "free some space");
        } catch (IOException e) {
            say(false, "folder", here + " cannot be written to", "go to another folder, or name one with --out");
        }
    }

    private void say(boolean good, String what, String found, String remedy) {
        fine &= good;
        System.out.println(String.format(Locale.ROOT, "  %-8s %-6s %s", what, good ? "fine" : "MEND", found)
                + (good ? "" : "; " + remedy));
    }
}
