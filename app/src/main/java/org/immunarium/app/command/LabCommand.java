package org.immunarium.app.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.immunarium.app.ExitCode;
import org.immunarium.app.Terminal;
import org.immunarium.app.web.LabServer;
import org.immunarium.results.RunFolder;
import org.immunarium.study.StopSignal;
import org.immunarium.study.run.StudyRun;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `immunarium lab`.
@Command(name = "lab", description = "Serves the lab in a browser on this machine, until it is interrupted.")
public final class LabCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;
    private static final int CORES_OF_A_RUN = 2;
    private static final long LOOK_MILLIS = 100;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "the port; that of the last lab of these runs unless given, or any that is free")
    private int port;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "another address of this machine to answer at than 127.0.0.1: others on the network can"
                    + " then reach the lab, and need the token as you do")
    private String address = "127.0.0.1";

    @Option(names = "--runs", paramLabel = "DIR", description = "the folder of runs; runs/ unless given")
    private Path runs = StudyRun.RUNS;

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.ofProcess();
        if (port < 0 || port > HIGHEST_PORT) {
            throw new InvalidInputException(Problem.of("--port", port + ": a number from 0 to 65535 was expected"));
        }
        RunFolder.checkHolds(runs);
        int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() / CORES_OF_A_RUN);
        StopSignal stop = terminal.stopOnInterrupt(false);
        try (LabServer lab = LabServer.start(bound(), port, runs, atOnce)) {
            terminal.say("  the lab is at   " + lab.address());
            terminal.say("  runs are in     " + runs);
            terminal.say("  to end it       Ctrl-C; runs stop at a safe point and can be gone on with");
            while (!stop.isAsked()) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (IOException e) {
            throw new InvalidInputException(Problem.of(
                    "--port", port + ": cannot be had (" + e.getMessage() + "); another one, or none, may be free"));
        }
        return ExitCode.DONE.code();
    }

    /// One that this machine has: a lab at all of them at once could not tell by which name it may be called.
    private InetAddress bound() {
        try {
            InetAddress found = InetAddress.getByName(address);
            if (!found.isAnyLocalAddress() && NetworkInterface.getByInetAddress(found) != null) {
                return found;
            }
        } catch (UnknownHostException | SocketException none) {
            // Told below.
        }
        throw new InvalidInputException(
                Problem.of("--address", "\"" + address + "\": one of this machine's own addresses was expected"));
    }
}
