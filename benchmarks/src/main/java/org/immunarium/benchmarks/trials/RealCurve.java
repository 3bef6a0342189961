package org.immunarium.benchmarks.trials;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.immunarium.benchmarks.trials.SimulatedPatient.Endpoint;
import org.immunarium.results.Table;
import org.immunarium.trial.statistics.Survival;

/// Patients of an arm of a real trial one by one, as others reconstructed them from a published curve.
///
/// @param study    of the virtual trial
/// @param arm      its title there
/// @param endpoint of the curve
/// @param file     of the outside data, in its folder `survival`
/// @param of       the arm's name in that file
record RealCurve(String study, String arm, Endpoint endpoint, String file, String of) {

    /// Below the folder of outside data.
    static final String FOLDER = "survival";

    /// All that are known of.
    static List<RealCurve> shipped() {
        return ResourceRows.read("real-curves.csv", "trial,arm,endpoint,file,of").stream()
                .map(cells -> new RealCurve(
                        cells.get(0), cells.get(1), Endpoint.valueOf(cells.get(2)), cells.get(3), cells.get(4)))
                .toList();
    }

    /// Times in d.
    ///
    /// @param data the folder of outside data
    /// @throws org.immunarium.units.InvalidInputException if the file is not there, or has other columns
    Survival read(Path data) {
        List<Double> times = new ArrayList<>();
        List<Boolean> events = new ArrayList<>();
        Table.forEach(data.resolve(FOLDER).resolve(file), List.of("time", "event", "arm"), row -> {
            if (row.text(2).equals(of)) {
                times.add(SimulatedPatient.MONTH * row.number(0));
                events.add(row.number(1) == 1);
            }
        });
        double[] days = new double[times.size()];
        boolean[] happened = new boolean[days.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = times.get(i);
            happened[i] = events.get(i);
        }
        return new Survival(days, happened);
    }
}
