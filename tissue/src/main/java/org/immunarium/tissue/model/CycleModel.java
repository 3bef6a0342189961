package org.immunarium.tissue.model;

import java.util.List;
import java.util.stream.IntStream;

/// The phases of a cell's cycle. Phase k leads to the next, the last one to the first.
///
/// How fast a cell leaves phase k is its behaviour [Behaviour#exit]. The models and their default rates are those that
/// PhysiCell comes with (Ghaffarizadeh et al. 2018, doi 10.1371/journal.pcbi.1005991, supplement).
///
/// @param code   the number that a PhysiCell project names it by
/// @param phases from 1 to 6
public record CycleModel(int code, String name, List<Phase> phases) {

    /// A phase.
    ///
    /// @param rate    out of it, 1/min, unless the cell type says otherwise
    /// @param fixed   whether it always takes 1 / rate, rather than that on average
    /// @param doubles whether a cell that enters it sets out to double its solid volume
    /// @param divides whether a cell divides at its end
    public record Phase(String name, double rate, boolean fixed, boolean doubles, boolean divides) {}

    /// Every living cell can divide at any time. Rate of MCF-10A.
    public static final CycleModel LIVE =
            new CycleModel(5, "live", List.of(new Phase("live", 0.0432 / 60, false, true, true)));

    public static final CycleModel KI67_BASIC = new CycleModel(
            1,
            "Ki67 (basic)",
            List.of(
                    new Phase("Ki67-", 1 / (4.59 * 60), false, false, false),
                    new Phase("Ki67+", 1 / (15.5 * 60), true, true, true)));

    public static final CycleModel KI67_ADVANCED = new CycleModel(
            0,
            "Ki67 (advanced)",
            List.of(
                    new Phase("Ki67-", 1 / (3.62 * 60), false, false, false),
                    new Phase("Ki67+ (premitotic)", 1 / (13.0 * 60), true, true, true),
                    new Phase("Ki67+ (postmitotic)", 1 / (2.5 * 60), true, false, false)));

    public static final CycleModel FLOW_CYTOMETRY = new CycleModel(
            2,
            "flow cytometry",
            List.of(
                    new Phase("G0/G1", 0.00324, false, false, false),
                    new Phase("S", 0.00208, false, true, false),
                    new Phase("G2/M", 0.00333, false, false, true)));

    public static final CycleModel FLOW_CYTOMETRY_SEPARATED = new CycleModel(
            6,
            "flow cytometry (separated)",
            List.of(
                    new Phase("G0/G1", 0.00335, false, false, false),
                    new Phase("S", 0.00208, false, true, false),
                    new Phase("G2", 0.00417, false, false, false),
                    new Phase("M", 0.0167, false, false, true)));

    public static final CycleModel CYCLING_QUIESCENT = new CycleModel(
            7,
            "cycling quiescent",
            List.of(
                    new Phase("quiescent", 1 / (4.59 * 60), false, false, false),
                    new Phase("cycling", 1 / (15.5 * 60), true, true, true)));

    /// All models that come along.
    public static final List<CycleModel> ALL =
            List.of(LIVE, KI67_BASIC, KI67_ADVANCED, FLOW_CYTOMETRY, FLOW_CYTOMETRY_SEPARATED, CYCLING_QUIESCENT);

    /// The same phases, some of fixed length and others by chance.
    ///
    /// @param fixed for each phase
    public CycleModel withFixed(boolean... fixed) {
        return new CycleModel(
                code,
                name,
                IntStream.range(0, phases.size())
                        .mapToObj(i -> {
                            Phase phase = phases.get(i);
                            return new Phase(phase.name, phase.rate, fixed[i], phase.doubles, phase.divides);
                        })
                        .toList());
    }
}
