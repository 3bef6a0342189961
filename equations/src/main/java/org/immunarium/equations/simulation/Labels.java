package org.immunarium.equations.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.immunarium.equations.model.Model;
import org.immunarium.equations.system.ModelQuantity;

/// What quantities are called in the heading of a column.
final class Labels {

    /// Ids that tools make up: `mw1e0d2f5c_…`, `species_12`, `s37`, a UUID.
    private static final Pattern OPAQUE = Pattern.compile(
            "(?i)_?(mw)?[0-9a-f]{8}[0-9a-f_\\-]*|(species|compartment|parameter|reaction|metabolite|[scpkrvx])_?\\d+");

    private Labels() {}

    /// The heading of each quantity by id: the id itself, or `Compartment.Name` where ids are
    /// opaque and names are not. A heading that two quantities would share goes back to the id for
    /// both. Where the id of every species is made of its compartment's, as `V_T_C1`, it is `V_T.C1`.
    static Map<String, String> of(List<ModelQuantity> quantities) {
        if (areByCompartment(quantities)) {
            Map<String, String> dotted = new LinkedHashMap<>();
            quantities.forEach(q -> dotted.put(
                    q.id(),
                    q.kind() == ModelQuantity.Kind.SPECIES
                            ? q.compartment().orElseThrow() + "."
                                    + q.id().substring(prefix(q).length())
                            : q.id()));
            return dotted;
        }
        Map<String, String> names = new HashMap<>();
        int opaque = 0;
        int named = 0;
        for (ModelQuantity q : quantities) {
            if (q.kind() != ModelQuantity.Kind.SPECIES && q.kind() != ModelQuantity.Kind.COMPARTMENT) {
                continue;
            }
            opaque += OPAQUE.matcher(q.id()).matches() ? 1 : 0;
            named += q.name().isBlank() || q.name().equals(q.id()) ? 0 : 1;
        }
        int all = (int) quantities.stream()
                .filter(q -> q.kind() == ModelQuantity.Kind.SPECIES || q.kind() == ModelQuantity.Kind.COMPARTMENT)
                .count();
        Map<String, String> result = new LinkedHashMap<>();
        if (2 * opaque <= all || 2 * named <= all) {
            quantities.forEach(q -> result.put(q.id(), q.id()));
            return result;
        }
        quantities.forEach(q -> names.put(q.id(), q.name().isBlank() ? q.id() : q.name()));
        Set<String> seen = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (ModelQuantity q : quantities) {
            String label = label(q, names);
            if (!seen.add(label)) {
                shared.add(label);
            }
            result.put(q.id(), label);
        }
        result.replaceAll((id, label) -> shared.contains(label) ? id : label);
        return result;
    }

    private static boolean areByCompartment(List<ModelQuantity> quantities) {
        List<ModelQuantity> species = quantities.stream()
                .filter(q -> q.kind() == ModelQuantity.Kind.SPECIES)
                .toList();
        return !species.isEmpty()
                && species.stream()
                        .allMatch(q -> q.id().startsWith(prefix(q))
                                && q.id().length() > prefix(q).length());
    }

    private static String prefix(ModelQuantity species) {
        return species.compartment().orElse("") + "_";
    }

    private static String label(ModelQuantity q, Map<String, String> names) {
        String name = names.getOrDefault(q.id(), q.id());
        return q.compartment().map(c -> names.getOrDefault(c, c) + "." + name).orElse(name);
    }

    /// The unit of a column as the model declares it, by ids; a concentration is `substance/volume`.
    static Optional<String> unit(CompiledModel compiled, ModelQuantity q, Column.Request request) {
        Model.ModelUnits units = compiled.model().units();
        return switch (q.kind()) {
            case COMPARTMENT, PARAMETER, STOICHIOMETRY ->
                q.kind() == ModelQuantity.Kind.COMPARTMENT ? q.unit().or(units::volume) : q.unit();
            case REACTION -> units.extent().flatMap(e -> units.time().map(t -> e + "/" + t));
            case SPECIES -> {
                Optional<String> amount = q.unit().or(units::substance);
                boolean asAmount = switch (request.meaning()) {
                    case SYMBOL -> q.amount();
                    case AMOUNT -> true;
                    case CONCENTRATION -> false;
                };
                Optional<String> volume = compiled.model().compartments().stream()
                        .filter(c -> q.compartment().equals(Optional.of(c.id())))
                        .findFirst()
                        .flatMap(Model.Compartment::unit)
                        .or(units::volume);
                yield asAmount ? amount : amount.flatMap(a -> volume.map(v -> a + "/" + v));
            }
        };
    }
}
