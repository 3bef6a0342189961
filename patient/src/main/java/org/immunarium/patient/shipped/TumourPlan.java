package org.immunarium.patient.shipped;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a study says of a patient's tumours, that decides which equations there are.
///
/// @param sites  the tumours, the first of which is the primary one: at least one
/// @param clones of cancer cells, the first of which the others come from: at least one
/// @param drugs  what may be given, by their names
/// @param sideEffects whether drugs also harm the rest of the body, and are withheld for it
public record TumourPlan(List<Site> sites, List<Clone> clones, Set<String> drugs, boolean sideEffects) {

    /// A tumour.
    ///
    /// @param name   where it is, `liver`; empty for a patient's only tumour
    /// @param seeded whether it is yet to come, of cells that the primary tumour sheds, rather than there with it
    public record Site(String name, boolean seeded) {}

    /// A clone.
    ///
    /// @param name `C1`
    /// @param lost what its cells have lost
    public record Clone(String name, Set<Loss> lost) {

        public Clone {
            lost = Set.copyOf(lost);
        }

        boolean has(Loss loss) {
            return lost.contains(loss);
        }
    }

    /// What cancer cells lose to hide.
    public enum Loss {
        /// T cells hardly see them, NK cells do.
        MHC_I("MHC-I"),
        /// T cells do not see them, and their death teaches none.
        ANTIGEN("antigen"),
        /// Antibodies that mark cells do not mark them.
        TARGET("target"),
        /// Chemotherapy kills few of them.
        SENSITIVITY("sensitivity to chemotherapy");

        private final String words;

        Loss(String words) {
            this.words = words;
        }

        /// As a study writes it.
        public String words() {
            return words;
        }

        /// The loss of these words.
        public static Optional<Loss> of(String words) {
            return List.of(values()).stream()
                    .filter(each -> each.words.equalsIgnoreCase(words))
                    .findFirst();
        }
    }

    public TumourPlan {
        sites = List.copyOf(sites);
        clones = List.copyOf(clones);
        drugs = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(drugs));
        if (sites.isEmpty() || clones.isEmpty()) {
            throw new IllegalArgumentException("at least one tumour of one clone is expected");
        }
    }

    /// Without side effects.
    public TumourPlan(List<Site> sites, List<Clone> clones, Set<String> drugs) {
        this(sites, clones, drugs, false);
    }

    /// One tumour of one clone.
    public static TumourPlan of(String... drugs) {
        return new TumourPlan(
                List.of(new Site("", false)), List.of(new Clone("C1", Set.of())), new LinkedHashSet<>(List.of(drugs)));
    }

    /// The same with other drugs.
    public TumourPlan withDrugs(Set<String> others) {
        return new TumourPlan(sites, clones, others, sideEffects);
    }

    /// The same with side effects.
    public TumourPlan withSideEffects() {
        return new TumourPlan(sites, clones, drugs, true);
    }
}
