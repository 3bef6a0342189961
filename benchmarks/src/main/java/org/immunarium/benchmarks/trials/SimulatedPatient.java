package org.immunarium.benchmarks.trials;

import java.util.List;
import org.immunarium.results.TableRow;
import org.immunarium.trial.endpoint.Setting;
import org.immunarium.trial.statistics.KaplanMeier;
import org.immunarium.trial.statistics.Survival;
import org.immunarium.units.Days;

/// What a patient of a virtual trial came to.
///
/// @param overall         how long the patient was followed, d
/// @param died            whether that ended with death
/// @param progressionFree how long without progression, or after surgery without recurrence, d
/// @param progressed      whether that ended with progression, recurrence or death
/// @param responded       whether the best response was complete or partial
/// @param severe          whether there was a side effect of grade 3 or more
record SimulatedPatient(
        double overall, boolean died, double progressionFree, boolean progressed, boolean responded, boolean severe) {

    /// In a month there are so many days.
    static final double MONTH = Days.MONTH;

    private static final double PERCENT = 100;

    /// A time to an event.
    enum Endpoint {
        OS,
        /// After surgery it is disease-free survival.
        PFS;

        /// As it is called in a setting.
        String in(Setting setting) {
            return this == OS ? name() : setting.free().abbreviation();
        }

        /// Of some patients.
        Survival of(List<SimulatedPatient> patients) {
            double[] times = new double[patients.size()];
            boolean[] events = new boolean[times.length];
            for (int i = 0; i < times.length; i++) {
                SimulatedPatient each = patients.get(i);
                times[i] = this == OS ? each.overall : each.progressionFree;
                events[i] = this == OS ? each.died : each.progressed;
            }
            return new Survival(times, events);
        }

        /// The curve of some patients, with times in d.
        KaplanMeier curve(List<SimulatedPatient> patients) {
            return KaplanMeier.of(of(patients));
        }
    }

    /// A share of patients.
    enum Rate {
        RESPONSE("ORR %"),
        SEVERE_TOXICITY("grade 3+ TRAE %");

        private final String measure;

        Rate(String measure) {
            this.measure = measure;
        }

        /// As tables name it.
        String measure() {
            return measure;
        }

        /// Those that there are in a setting.
        static List<Rate> in(Setting setting) {
            return setting.hasResponses() ? List.of(values()) : List.of(SEVERE_TOXICITY);
        }

        private boolean isOf(SimulatedPatient patient) {
            return switch (this) {
                case RESPONSE -> patient.responded;
                case SEVERE_TOXICITY -> patient.severe;
            };
        }

        /// How many of some patients, in percent.
        double percent(List<SimulatedPatient> patients) {
            return PERCENT * patients.stream().filter(this::isOf).count() / patients.size();
        }
    }

    /// The columns of a trial's table of patients that are read.
    static List<String> columns(Setting setting) {
        String free = setting.free().abbreviation();
        return List.of(
                "arm", "OS [d]", "death", free + " [d]", free + " event", "best response", "worst toxicity", "failed");
    }

    /// Whether a row is of a patient who could not be simulated, and who came to nothing.
    static boolean hasFailed(TableRow row) {
        return !row.text(7).equals("no");
    }

    /// Of a row with [#columns].
    static SimulatedPatient of(TableRow row) {
        return new SimulatedPatient(
                row.number(1),
                row.text(2).equals("yes"),
                row.number(3),
                row.text(4).equals("yes"),
                row.text(5).equals("CR") || row.text(5).equals("PR"),
                row.text(6).equals("3+"));
    }
}
