package org.immunarium.app.command;

import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.immunarium.study.StopSignal;
import org.immunarium.study.Workplace;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import picocli.CommandLine.Option;

/// Where a run is carried out; results do not depend on it.
public final class PlaceOption {

    private static final String HERE = "local";
    private static final Pattern ELSEWHERE =
            Pattern.compile("spark://.+|yarn|k8s://.+|local-cluster\\[ *\\d+ *, *\\d+ *, *\\d+ *]");

    @Option(
            names = "--on",
            paramLabel = "PLACE",
            description =
                    "where a trial, a sweep or a calibration is carried out: local (here, on threads), or on Apache"
                            + " Spark: spark://HOST:PORT, yarn, k8s://URL, or local-cluster[N,CORES,MiB] to try it on this"
                            + " machine; local unless given")
    private String place = HERE;

    boolean isHere() {
        return place.equals(HERE);
    }

    /// Opens it; nothing of here.
    ///
    /// @param stop is asked while pieces are waited for
    /// @throws InvalidInputException if there is no such place, or the part of Immunarium that knows it is not
    ///                               there
    Optional<Workplace> open(StopSignal stop) {
        if (isHere()) {
            return Optional.empty();
        }
        check();
        Workplace.Provider provider = ServiceLoader.load(Workplace.Provider.class)
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(Problem.of(
                        "--on",
                        "\"" + place
                                + "\": the part of Immunarium for clusters is not built; ./immunarium builds it where"
                                + " --on is given, and docs/cluster.md says how else to start it")));
        return Optional.of(provider.open(place, stop));
    }

    /// @throws InvalidInputException if there is no such place
    void check() {
        if (!isHere() && !ELSEWHERE.matcher(place).matches()) {
            throw new InvalidInputException(Problem.of(
                    "--on",
                    "\"" + place + "\": local, spark://HOST:PORT, yarn, k8s://URL or local-cluster[N,CORES,MiB] was"
                            + " expected"));
        }
    }
}
