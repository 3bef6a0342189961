package org.immunarium.patient.modules;

import java.util.List;
import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// Cells that have one more antigen than the one that they are told apart by.
///
/// *Biology*: B cells, healthy and malignant, carry CD20 beside CD19, and a clone that has lost CD19 still does.
///
/// *Reads and writes*: adds cells to the sum of those with the antigen, of [AntigenSignal].
///
/// @param place   where they are, `V_P`
/// @param antigen its name, `CD20`
/// @param cells   who has it, `CD19pos`, `CD19neg` and `B`
public record AntigenCarriers(String place, String antigen, List<String> cells) implements Mechanism {

    public AntigenCarriers {
        cells = List.copyOf(cells);
    }

    @Override
    public void addTo(Assembly patient) {
        for (String each : cells) {
            patient.part(Names.of("P", place).and("A", antigen).and("B", each)).term("{A}_cells", "{P}.{B}");
        }
    }
}
