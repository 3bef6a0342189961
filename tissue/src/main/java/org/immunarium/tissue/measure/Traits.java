package org.immunarium.tissue.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.Immunity;

/// What living cells of a type are like to the immune system: how selection by it is seen.
public final class Traits {

    /// Below this, a cell counts as one that has nothing of a trait.
    private static final double NOTHING = 0.01;

    /// The name of the trait that is MHC-I.
    public static final String MHC = "MHC-I";

    private Traits() {}

    /// One trait of the living cells of one type.
    ///
    /// @param name    such as `MHC-I`, or an antigen
    /// @param mean    over living cells; 0 where there are none
    /// @param without the share of them that has next to nothing (below 0.01); 0 where there are none
    public record Trait(String name, double mean, double without) {}

    /// How many clones living cells of a type are of; 0 where the tissue has no immunity, or none of them lives.
    public static long clones(Tissue tissue, int type) {
        return tissue.immune()
                .map(immune -> IntStream.range(0, tissue.cells().count())
                        .filter(i -> tissue.cells().type.values[i] == type
                                && tissue.cells().isAlive(i))
                        .mapToLong(immune.presentation()::cloneOf)
                        .distinct()
                        .count())
                .orElse(0L);
    }

    /// All traits of a type; none where the tissue has no immunity.
    public static List<Trait> of(Tissue tissue, int type) {
        List<Trait> traits = new ArrayList<>();
        tissue.immune().ifPresent(immune -> {
            Immunity immunity = tissue.model().immunity().orElseThrow();
            traits.add(trait(tissue, type, MHC, immune.presentation()::mhc));
            for (int a = 0; a < immunity.antigens().size(); a++) {
                int antigen = a;
                traits.add(trait(
                        tissue,
                        type,
                        immunity.antigens().get(a),
                        i -> immune.presentation().onCell(antigen, i)));
            }
            traits.add(behaviour(tissue, type, "PD-L1", Behaviour.PD_L1));
            traits.add(behaviour(tissue, type, "PD-1", Behaviour.PD_1));
            traits.add(trait(tissue, type, "stimulation", immune.stimulation()::of));
            traits.add(trait(tissue, type, "exhaustion", immune.stimulation()::exhaustion));
        });
        return traits;
    }

    private static Trait behaviour(Tissue tissue, int type, String name, Behaviour behaviour) {
        int place = tissue.behaviours().vocabulary().place(behaviour);
        return trait(tissue, type, name, i -> tissue.behaviours().of(place, i));
    }

    private static Trait trait(Tissue tissue, int type, String name, IntToDoubleFunction of) {
        double sum = 0;
        int without = 0;
        int count = 0;
        for (int i = 0; i < tissue.cells().count(); i++) {
            if (tissue.cells().type.values[i] == type && tissue.cells().isAlive(i)) {
                double value = of.applyAsDouble(i);
                sum += value;
                without += value < NOTHING ? 1 : 0;
                count++;
            }
        }
        return new Trait(name, count == 0 ? 0 : sum / count, count == 0 ? 0 : without / (double) count);
    }
}
