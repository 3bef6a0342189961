package org.immunarium.trial.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whether an arm changes how frequent the event is by the same factor in all groups of patients.
///
/// Cox's regression on the arm, the group and their product, beside that without the product: twice by how much the
/// logarithm of its likelihood is higher. A group that no stratum has patients in and out of is left to the strata.
public final class Interaction {

    private Interaction() {}

    /// Tests.
    ///
    /// @param treated whether a patient is of the arm that is compared with the others
    /// @param groups  of each patient: any numbers
    /// @param strata  of each patient: any numbers
    /// @return of chi-squared with one degree less than there are groups; NaN where there is one only, or where a
    ///     likelihood has no maximum, as when nobody of one arm in one group has the event
    public static TestResult test(Survival data, boolean[] treated, int[] groups, int[] strata) {
        int[] levels = Arrays.stream(groups).sorted().distinct().toArray();
        int degrees = levels.length - 1;
        if (degrees < 1) {
            return new TestResult(Double.NaN, 0, Double.NaN);
        }
        List<double[]> columns = new ArrayList<>();
        columns.add(column(treated.length, i -> treated[i]));
        for (int level : Arrays.copyOfRange(levels, 1, levels.length)) {
            double[] of = column(treated.length, i -> groups[i] == level);
            if (variesWithin(of, strata)) {
                columns.add(of);
            }
        }
        CoxRegression without = fit(data, columns, strata);
        for (int level : Arrays.copyOfRange(levels, 1, levels.length)) {
            columns.add(column(treated.length, i -> treated[i] && groups[i] == level));
        }
        CoxRegression with = fit(data, columns, strata);
        return with.isDetermined() && without.isDetermined()
                ? TestResult.of(Math.max(0, 2 * (with.logLikelihood() - without.logLikelihood())), degrees)
                : new TestResult(Double.NaN, degrees, Double.NaN);
    }

    /// Whether one of a patient.
    @FunctionalInterface
    private interface Holds {
        boolean of(int patient);
    }

    private static double[] column(int patients, Holds holds) {
        double[] column = new double[patients];
        for (int i = 0; i < patients; i++) {
            column[i] = holds.of(i) ? 1 : 0;
        }
        return column;
    }

    private static boolean variesWithin(double[] column, int[] strata) {
        Map<Integer, Double> first = new HashMap<>();
        for (int i = 0; i < column.length; i++) {
            Double before = first.putIfAbsent(strata[i], column[i]);
            if (before != null && before != column[i]) {
                return true;
            }
        }
        return false;
    }

    private static CoxRegression fit(Survival data, List<double[]> columns, int[] strata) {
        double[][] rows = new double[data.size()][columns.size()];
        for (int i = 0; i < rows.length; i++) {
            for (int p = 0; p < rows[i].length; p++) {
                rows[i][p] = columns.get(p)[i];
            }
        }
        return CoxRegression.of(data, rows, strata);
    }
}
