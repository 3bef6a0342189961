package org.immunarium.tissue.physicell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.tissue.behaviour.VolumeChange;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.TimeSteps;
import org.immunarium.tissue.model.Variable;
import org.immunarium.tissue.model.Variation;
import org.immunarium.tissue.table.Numbers;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Quantity;

/// Reads `<cell_definitions>`: each type begins as a copy of its parent, or of the first type where it has none.
final class TypeReader {

    private final List<XmlElement> definitions;
    private final List<Variable> variables;
    private final List<Variation> variations = new ArrayList<>();

    /// @param section holds the types
    TypeReader(XmlElement section) {
        definitions = section.children("cell_definition");
        if (definitions.isEmpty()) {
            section.wrong("it must hold a <cell_definition> for each cell type");
        }
        variables = definitions.isEmpty()
                ? List.of()
                : VariableReader.variables(definitions.getFirst().child("custom_data"));
    }

    /// The names of the types in their order; those that are wrong are told.
    List<String> typeNames() {
        List<String> types = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (XmlElement definition : definitions) {
            String name = definition.requiredAttribute("name").orElse("");
            if (!name.isEmpty() && !seen.add(name)) {
                definition.wrong("\"" + name + "\" is the name of two cell types");
            }
            Optional<String> id = definition.requiredAttribute("ID");
            int place = types.size();
            if (id.isPresent() && Numbers.integer(id.get()).orElse(-1) != place) {
                definition.wrong("ID=\"" + id.get() + "\" was found; cell types must have the IDs 0, 1, 2, ... in"
                        + " their order, which makes this one " + place);
            }
            if (name.equals("default") && place > 0) {
                definition.wrong("only the first cell type can be called default");
            }
            types.add(name);
        }
        return types;
    }

    /// The numbers that every cell carries.
    List<Variable> variables() {
        return variables;
    }

    /// How cells differ at the start; known after [#types].
    List<Variation> variations() {
        return variations;
    }

    /// @param flat whether the domain is
    List<CellType> types(Names names, boolean flat, TimeSteps steps, boolean keepsAll) {
        DeathDurations durations = new DeathDurations();
        Map<String, TypeDraft> drafts = new HashMap<>();
        List<TypeDraft> inOrder = new ArrayList<>();
        for (XmlElement definition : definitions) {
            String name = names.types().get(inOrder.size());
            TypeDraft draft = start(definition, name, names, drafts, inOrder, keepsAll);
            definition
                    .child("phenotype")
                    .ifPresent(phenotype ->
                            phenotype(phenotype, name, inOrder.isEmpty(), draft, names, durations, steps.phenotype()));
            definition.child("custom_data").ifPresent(data -> VariableReader.read(data, draft, variables));
            draft.flatMotion |= flat;
            int number = inOrder.size();
            definition
                    .child("initial_parameter_distributions")
                    .ifPresent(list -> variations.addAll(new VariationReader(number, draft, names).read(list)));
            judge(definition, draft, steps.phenotype());
            drafts.putIfAbsent(name, draft);
            inOrder.add(draft);
        }
        durations.apoptosis().judge(steps.phenotype());
        durations.necrosis().judge(steps.phenotype());
        List<CellType> types = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) {
            types.add(inOrder.get(i).type(names.types().get(i), durations));
        }
        return types;
    }

    /// Rates that a type does not say itself may be too fast for the steps as well.
    private static void judge(XmlElement definition, TypeDraft draft, double step) {
        double fastest =
                Math.max(draft.volume.fastest(), Math.max(draft.apoptosis.fastest(), draft.necrosis.fastest()));
        if (!VolumeChange.follows(fastest, step)) {
            definition.wrong("its volume changes at " + Quantity.number(fastest) + " 1/min, by what it does not say"
                    + " itself; at most " + Quantity.number(1 / step, 3)
                    + " is expected, 1 over dt_phenotype, which is "
                    + Quantity.number(step) + " min");
        }
    }

    private static TypeDraft start(
            XmlElement definition,
            String name,
            Names names,
            Map<String, TypeDraft> drafts,
            List<TypeDraft> inOrder,
            boolean keepsAll) {
        String parent = definition.attribute("parent_type").orElse("");
        if (!parent.isEmpty()) {
            if (drafts.containsKey(parent)) {
                return new TypeDraft(drafts.getOrDefault(parent, inOrder.getFirst()));
            }
            definition.wrong(
                    parent.equals(name)
                            ? "a cell type cannot be its own parent_type"
                            : names.types().contains(parent)
                                    ? "the parent_type \"" + parent + "\" must be defined before \"" + name + '"'
                                    : NearMiss.unknown(parent, "a cell type that it can inherit from", names.types()));
        }
        if (inOrder.isEmpty()) {
            return new TypeDraft(names);
        }
        TypeDraft draft = new TypeDraft(inOrder.getFirst());
        if (!keepsAll) {
            draft.forget();
        }
        return draft;
    }

    private static void phenotype(
            XmlElement phenotype,
            String type,
            boolean first,
            TypeDraft draft,
            Names names,
            DeathDurations durations,
            double step) {
        phenotype.child("cycle").ifPresent(cycle -> CycleReader.read(cycle, draft, names));
        phenotype.child("death").ifPresent(death -> DeathReader.read(death, type, first, draft, durations, step));
        PhenotypeReader numbers = new PhenotypeReader(type, draft, names, step);
        phenotype.child("volume").ifPresent(numbers::volume);
        phenotype.child("mechanics").ifPresent(numbers::mechanics);
        phenotype.child("motility").ifPresent(motility -> MotilityReader.read(motility, draft, names));
        phenotype.child("secretion").ifPresent(numbers::secretion);
        phenotype.child("cell_interactions").ifPresent(numbers::interactions);
        phenotype.child("cell_transformations").ifPresent(numbers::transformations);
        phenotype.child("cell_integrity").ifPresent(numbers::integrity);
        phenotype.child("molecular").ifPresent(molecular -> {
            if (!molecular.children.isEmpty()) {
                molecular.notice("PhysiCell does not read it, and neither is it read here");
            }
            molecular.passOver();
        });
        phenotype.child("intracellular").ifPresent(intracellular -> {
            if (!intracellular.children.isEmpty() || !intracellular.attributes.isEmpty()) {
                intracellular.unsupported("models inside of cells are not known here");
            }
            intracellular.passOver();
        });
    }
}
