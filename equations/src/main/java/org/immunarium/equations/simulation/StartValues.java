package org.immunarium.equations.simulation;

import java.util.Map;

/// How a run begins: the program of initial values, and the value of each given quantity in its order.
record StartValues(StartProgram program, double[] given) {

    /// The model's own values but for those that the user sets.
    static StartValues of(Programs programs, Map<String, Double> set) {
        StartProgram program = programs.start(set.keySet());
        Map<String, Double> own = programs.layout.equations.start().given();
        double[] given = new double[program.given().size()];
        for (int k = 0; k < given.length; k++) {
            String id = program.given().get(k);
            Double value = set.get(id);
            given[k] = value != null ? value : own.getOrDefault(id, Double.NaN);
        }
        return new StartValues(program, given);
    }
}
