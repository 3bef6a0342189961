package org.immunarium.tissue.physicell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunarium.tissue.model.Face;
import org.immunarium.tissue.model.Signal;
import org.immunarium.tissue.model.Subject;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.table.Range;
import org.immunarium.units.NearMiss;

/// Reads `<microenvironment_setup>`: what diffuses, and what holds at the edge of the domain.
final class SubstanceReader {

    private static final List<String> FACES = List.of("xmin", "xmax", "ymin", "ymax", "zmin", "zmax");

    private final XmlElement setup;
    private final boolean flat;

    /// The edges that are held, for each substance.
    private final List<Map<Face, Double>> edges = new ArrayList<>();

    /// Elements that hold a single side, where that of the whole edge is off.
    private final List<XmlElement> sidesAlone = new ArrayList<>();

    private boolean anyEdge;

    /// @param flat whether the domain is
    SubstanceReader(XmlElement setup, boolean flat) {
        this.setup = setup;
        this.flat = flat;
    }

    /// What `<options>` of the section say.
    ///
    /// @param gradients   whether gradients are kept up to date
    /// @param internalises whether what cells take up is counted
    /// @param initial     names a file of concentrations at the start
    record Options(boolean gradients, boolean internalises, Optional<XmlElement> initial) {}

    Options options() {
        Optional<XmlElement> options = setup.child("options");
        if (options.isEmpty()) {
            return new Options(false, false, Optional.empty());
        }
        XmlElement section = options.get();
        section.child("dirichlet_nodes").ifPresent(nodes -> {
            if (nodes.flag("enabled", false)) {
                nodes.unsupported("concentrations that are held inside of the domain cannot be read"
                        + " (PhysiCell ignores them too)");
            }
            nodes.passOver();
        });
        return new Options(
                section.childFlag("calculate_gradients", false),
                section.childFlag("track_internalized_substrates_in_each_agent", false),
                section.child("initial_condition").filter(SubstanceReader::isCsv));
    }

    private static boolean isCsv(XmlElement file) {
        boolean enabled = file.flag("enabled", false);
        String type = file.attribute("type").orElse("");
        if (enabled && !type.equalsIgnoreCase("csv")) {
            if (type.equals("matlab")) {
                file.unsupported("concentrations in a MATLAB file cannot be read; write them as CSV");
            } else {
                file.wrong("type=\"" + type + "\" was found; csv is expected");
            }
        }
        if (!enabled) {
            file.passOver();
        }
        return enabled && type.equalsIgnoreCase("csv");
    }

    List<Substance> substances() {
        List<Substance> substances = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<XmlElement> variables = setup.children("variable");
        for (XmlElement variable : variables) {
            variable.ignoreAttributes("ID");
            String name = variable.requiredAttribute("name").orElse("");
            if (!names.add(name)) {
                variable.wrong("\"" + name + "\" is the name of two substances");
            } else if (isOther(name)) {
                variable.wrong("\"" + name + "\" cannot be the name of a substance: it names another signal");
            }
            substances.add(substance(variable, name));
        }
        if (!anyEdge) {
            sidesAlone.forEach(side -> side.notice("it has no effect: no substance's Dirichlet_boundary_condition is"
                    + " enabled, and PhysiCell looks at single sides only then"));
            edges.forEach(Map::clear);
        }
        List<Substance> withEdges = new ArrayList<>();
        for (int i = 0; i < substances.size(); i++) {
            Substance s = substances.get(i);
            withEdges.add(new Substance(
                    s.name(),
                    s.unit(),
                    s.diffusion(),
                    s.decay(),
                    s.initial(),
                    Collections.unmodifiableMap(edges.get(i))));
        }
        return withEdges;
    }

    /// Whether a signal about the cell itself is called so, or nothing can be.
    private static boolean isOther(String name) {
        return name.isBlank()
                || Arrays.stream(Signal.values())
                        .filter(signal -> signal.subject() == Subject.CELL && !signal.isImmune())
                        .anyMatch(signal -> signal.pattern().equals(name)
                                || signal.synonyms().contains(name));
    }

    private Substance substance(XmlElement variable, String name) {
        Optional<XmlElement> physics = variable.required("physical_parameter_set");
        double diffusion = physics.map(
                        set -> set.requiredNumber("diffusion_coefficient", 0, Range.NOT_NEGATIVE, Label.DIFFUSION))
                .orElse(0.0);
        double decay = physics.map(set -> set.requiredNumber("decay_rate", 0, Range.NOT_NEGATIVE, Label.RATE))
                .orElse(0.0);
        double initial = variable.number("initial_condition", 0, Range.NOT_NEGATIVE, Label.FREE);
        edges.add(edge(variable));
        return new Substance(name, variable.attribute("units").orElse(""), diffusion, decay, initial, Map.of());
    }

    private Map<Face, Double> edge(XmlElement variable) {
        Map<Face, Double> edge = new EnumMap<>(Face.class);
        boolean whole = false;
        Optional<XmlElement> main = variable.child("Dirichlet_boundary_condition");
        if (main.isPresent()) {
            whole = main.get().flag("enabled", false);
            double value = value(main.get(), whole);
            if (whole) {
                anyEdge = true;
                for (Face face : Face.values()) {
                    edge.put(face, value);
                }
            }
        }
        boolean all = whole;
        variable.child("Dirichlet_options").ifPresent(sides -> {
            Set<Face> seen = new HashSet<>();
            for (XmlElement side : sides.children("boundary_value")) {
                face(side).ifPresent(face -> {
                    if (!seen.add(face)) {
                        side.wrong("the side " + FACES.get(face.ordinal()) + " is given twice");
                    }
                    boolean enabled = side.flag("enabled", false);
                    double value = value(side, enabled);
                    edge.remove(face);
                    if (enabled) {
                        edge.put(face, value);
                        if (!all && !(flat && face.axis() == 2)) {
                            sidesAlone.add(side);
                        }
                    }
                });
            }
        });
        if (flat) {
            edge.remove(Face.Z_MIN);
            edge.remove(Face.Z_MAX);
        }
        return edge;
    }

    /// What is off may be empty.
    private static double value(XmlElement element, boolean enabled) {
        return enabled || !element.text().isEmpty()
                ? element.number(Range.NOT_NEGATIVE, Label.FREE).orElse(0)
                : 0;
    }

    private static Optional<Face> face(XmlElement side) {
        String id = side.requiredAttribute("ID").orElse("");
        int number = FACES.indexOf(id.strip().toLowerCase(Locale.ROOT));
        if (number < 0 && !id.isEmpty()) {
            side.wrong(NearMiss.unknown(id, "a side of the domain", FACES));
        }
        return number < 0 ? Optional.empty() : Optional.of(Face.values()[number]);
    }
}
