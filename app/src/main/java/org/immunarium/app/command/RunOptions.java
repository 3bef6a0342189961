package org.immunarium.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunarium.study.Overrides;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What the command line may say in place of a study file.
public final class RunOptions {

    @Option(names = "--seed", paramLabel = "N", description = "seed of all random numbers")
    private @Nullable Long seed;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description =
                    "a value in place of the model's, as in --set k=0.1 or --set \"medium.nivolumab=3 nM\"; may be repeated")
    private List<String> set = new ArrayList<>();

    @Option(
            names = "--give",
            paramLabel = "REGIMEN",
            description =
                    "given besides what the study says, as in --give \"nivolumab 240 mg IV at 2 d\"; may be repeated")
    private List<String> give = new ArrayList<>();

    @Option(names = "--duration", paramLabel = "TIME", description = "how long, as in 24h or 360d")
    private @Nullable String duration;

    Overrides overrides() {
        return Overrides.parse(Optional.ofNullable(seed), Optional.ofNullable(duration), set)
                .withGiven(give);
    }
}
