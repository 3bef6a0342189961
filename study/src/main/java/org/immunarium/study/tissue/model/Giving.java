package org.immunarium.study.tissue.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immunarium.therapy.pharmacokinetics.Pharmacokinetics;
import org.immunarium.tissue.model.Region;
import org.immunarium.units.Quantity;

/// How what is given to a patient comes into the tissue, as a model says it.
///
/// @param kinetics of drugs that the model describes itself, by name
/// @param vaccines by name
/// @param cells    that can be given, by the name of their type
public record Giving(Map<String, Kinetics> kinetics, Map<String, Vaccine> vaccines, Map<String, Entry> cells) {

    /// Nothing of it is said.
    public static final Giving NONE = new Giving(Map.of(), Map.of(), Map.of());

    /// How much of a drug gets into the tissue.
    ///
    /// @param blood    how it is spread and cleared; empty for what is known of the drug of this name
    /// @param molarMass g/mol; empty for what is known
    /// @param share    the concentration in the tissue by that in plasma; empty for what is known, else 1
    public record Kinetics(Optional<Pharmacokinetics> blood, OptionalDouble molarMass, OptionalDouble share) {

        /// All as it is known of the drug of this name.
        public static final Kinetics KNOWN =
                new Kinetics(Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    /// A vaccine.
    ///
    /// @param antigen   its number in the model
    /// @param dendritic how many dendritic cells with the antigen in the lymph node a dose comes to
    /// @param dose      that dose
    /// @param cargo     antigen that each carries
    public record Vaccine(int antigen, double dendritic, Quantity dose, double cargo) {}

    /// How given cells get into the tissue.
    ///
    /// @param share  of those given that do, from 0 to 1
    /// @param region where they are put; empty where nothing says it
    /// @param around the cells that they are put around; empty where nothing says it
    public record Entry(double share, Optional<Region> region, Optional<Around> around) {

        /// All of them, anywhere.
        public static final Entry ANYWHERE = new Entry(1, Optional.empty(), Optional.empty());
    }

    /// Around cells of a type: see [org.immunarium.tissue.model.Placement.Around].
    ///
    /// @param type     the number of that type
    /// @param nearest  µm
    /// @param farthest µm; infinite for as far as the domain goes
    public record Around(int type, double nearest, double farthest) {}

    /// Names of what can be given, for hints.
    public List<String> names() {
        return java.util.stream.Stream.of(kinetics.keySet(), vaccines.keySet(), cells.keySet())
                .flatMap(java.util.Collection::stream)
                .toList();
    }
}
