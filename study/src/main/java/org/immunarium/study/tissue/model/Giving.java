package org.immunarium.study.tissue.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.therapy.Route;
import org.immunarium.therapy.drug.Drug;
import org.immunarium.tissue.model.Region;
import org.immunarium.units.Quantity;

/// How what is given to a patient comes into the tissue, as a model says it.
///
/// @param drugs    what is known of each drug of the model, by its name there: what the model says, and else what is
///                 known of the drug of this name
/// @param vaccines by name
/// @param cells    that can be given, by the name of their type
public record Giving(Map<String, Drug> drugs, Map<String, Vaccine> vaccines, Map<String, Entry> cells) {

    /// Nothing of it is said.
    public static final Giving NONE = new Giving(Map.of(), Map.of(), Map.of());

    /// A vaccine.
    ///
    /// @param antigen   its number in the model
    /// @param dendritic how many dendritic cells with the antigen in the lymph node a dose comes to
    /// @param dose      that dose
    /// @param cargo     antigen that each carries
    /// @param routes    by which it can be given
    public record Vaccine(int antigen, double dendritic, Quantity dose, double cargo, Set<Route> routes) {

        /// Unless its model says otherwise.
        static final Set<Route> USUAL = Set.of(Route.SUBCUTANEOUS);
    }

    /// How given cells get into the tissue.
    ///
    /// @param share  of those given that do, from 0 to 1
    /// @param region where they are put; empty where nothing says it
    /// @param around the cells that they are put around; empty where nothing says it
    /// @param routes by which they can be given
    public record Entry(double share, Optional<Region> region, Optional<Around> around, Set<Route> routes) {

        /// Unless the model says otherwise.
        static final Set<Route> USUAL = Set.of(Route.INTRAVENOUS);

        /// All of them, anywhere in the domain, also where there are vessels: only who is recruited or primed comes
        /// out of these.
        public static final Entry ANYWHERE = new Entry(1, Optional.empty(), Optional.empty(), USUAL);
    }

    /// Around cells of a type: see [org.immunarium.tissue.model.Placement.Around].
    ///
    /// @param type     the number of that type
    /// @param nearest  µm
    /// @param farthest µm; infinite for as far as the domain goes
    public record Around(int type, double nearest, double farthest) {}

    /// Names of what can be given, for hints.
    public List<String> names() {
        List<String> names = new ArrayList<>(drugs.keySet());
        names.addAll(vaccines.keySet());
        names.addAll(cells.keySet());
        return names;
    }
}
