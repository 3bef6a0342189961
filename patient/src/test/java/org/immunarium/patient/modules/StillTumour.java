package org.immunarium.patient.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.immunarium.equations.simulation.CompiledModel;
import org.immunarium.equations.simulation.Intervention;
import org.immunarium.equations.simulation.Simulation;
import org.immunarium.equations.simulation.Timecourse;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.ParameterTable;

/// A tumour of two clones in which nothing happens by itself, to which a test adds one mechanism.
///
/// Its table has a row for each value that the mechanism needs, which the test gives as `name = value unit`;
/// without a unit it is a plain number.
final class StillTumour {

    static final Body BODY = Body.usual();
    static final Lesion TUMOUR = Lesion.only();

    private static final List<String> VALUES = List.of(
            "V_C = 5 L",
            "V_P = 60 L",
            "V_LN = 1 mL",
            "V_Tmin = 0.001 µL",
            "vol_cell = 2500 µm^3/cells",
            "vol_Tcell = 180 µm^3/cells",
            "k_cell_clear = 0 1/d",
            "k_C1_growth = 0 1/d",
            "k_C1_death = 0 1/d",
            "k_C2_growth = 0 1/d",
            "k_C2_death = 0 1/d",
            "C_max = 1e12 cells",
            "cell = 1 cells",
            "V_T.C1 = 1e9 cells",
            "V_T.C2 = 1e8 cells");

    private final List<String> values = new ArrayList<>(VALUES);
    private final List<Mechanism> mechanisms = new ArrayList<>(
            List.of(BODY, new TumourVolume(TUMOUR), CancerClone.of(TUMOUR, "C1"), CancerClone.of(TUMOUR, "C2")));
    private final List<Intervention> doses = new ArrayList<>();

    /// Cells of the tumour whose number stays, in the sum of T cells.
    static Mechanism cells(String kind) {
        return patient -> patient.part(TUMOUR.names().and("X", kind))
                .cells("{tumour}.{X}", "Cells that stay")
                .term("{T_total}", "{tumour}.{X}");
    }

    /// A drug of the tumour whose concentration stays.
    static Mechanism drug(String name) {
        return patient -> patient.part(TUMOUR.names().and("A", name)).concentration("{tumour}.{A}", "Drug", "mol");
    }

    /// A drug of the blood whose concentration stays.
    static Mechanism drugInBlood(String name) {
        return patient -> patient.part(BODY.names().and("A", name)).concentration("{blood}.{A}", "Drug", "mol");
    }

    /// Adds values, or gives others to those that there are.
    StillTumour with(String... rows) {
        for (String row : rows) {
            String name = row.substring(0, row.indexOf(' '));
            values.removeIf(each -> each.startsWith(name + " "));
            values.add(row);
        }
        return this;
    }

    StillTumour add(Mechanism... more) {
        mechanisms.addAll(List.of(more));
        return this;
    }

    /// Adds an amount at a time, in the model's unit.
    StillTumour dose(double day, String target, double amount) {
        doses.add(new Intervention.Bolus(day, target.replace('.', '_'), amount));
        return this;
    }

    /// All quantities at these days.
    Timecourse at(double... days) {
        Assembly patient = Assembly.of("still", "A still tumour", ParameterTable.parse(table(), "values"));
        mechanisms.forEach(patient::add);
        Simulation simulation =
                CompiledModel.compile(patient.build()).simulation().relativeTolerance(1e-10);
        doses.forEach(simulation::intervention);
        return simulation.times(days).run();
    }

    /// A quantity at the last of these days.
    double last(String name, double... days) {
        double[] values = at(days).column(name);
        return values[values.length - 1];
    }

    private String table() {
        StringBuilder csv = new StringBuilder("name,value,unit,meaning,certainty,source,note\n");
        for (String row : values) {
            String[] sides = row.split(" = ", 2);
            String[] value = sides[1].split(" ", 2);
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%s,a value,assumed,,%n",
                    sides[0],
                    value[0],
                    value.length > 1 ? value[1] : "1"));
        }
        return csv.toString();
    }
}
