package org.immunarium.tissue.model;

/// How often what is done, min. Mechanics steps are whole multiples of those of diffusion, phenotype steps and the
/// longest mechanics step of those of mechanics; [#MOST] of the smaller at most.
///
/// @param diffusion of substances
/// @param mechanics of forces, motion and contacts; the shortest, where it may be longer
/// @param phenotype of rules, volumes, death and division
/// @param longest   of mechanics: steps are as long as forces allow, up to this (`mechanics.StepLength`);
///                  `mechanics` where all are alike
/// @param coupled   whether substances and cells act on each other within a step
///                  ([org.immunarium.numerics.field.CoupledSolver]), which allows of longer ones; otherwise one
///                  after the other
public record TimeSteps(double diffusion, double mechanics, double phenotype, double longest, boolean coupled) {

    /// So many of the smaller steps in one of the larger, or fewer: with more, none would ever end.
    public static final int MOST = 100_000;

    /// @throws IllegalArgumentException if a step is not above 0, or the longest mechanics step is no whole
    ///     number of the shortest, or is longer than a phenotype step
    public TimeSteps {
        Limits.above("the diffusion step", diffusion, 0);
        Limits.above("the mechanics step", mechanics, 0);
        Limits.above("the phenotype step", phenotype, 0);
        double times = longest / mechanics;
        boolean whole = times >= 1 && Math.abs(times - Math.rint(times)) <= 1e-6 * times;
        if (longest != mechanics && (!whole || longest > phenotype)) {
            throw new IllegalArgumentException("a longest mechanics step of " + longest + " min with steps of "
                    + mechanics + " and " + phenotype + " min");
        }
    }

    /// Those of PhysiCell (Ghaffarizadeh et al. 2018, doi 10.1371/journal.pcbi.1005991).
    public static final TimeSteps DEFAULT = new TimeSteps(0.01, 0.1, 6);

    /// Mechanics steps that are all alike, and substances that act after each other.
    public TimeSteps(double diffusion, double mechanics, double phenotype) {
        this(diffusion, mechanics, phenotype, mechanics, false);
    }

    /// As how many of the shortest mechanics steps the longest counts; 1 where all are alike.
    public int longestInShortest() {
        return (int) Math.round(longest / mechanics);
    }

    /// Whether mechanics steps differ in length.
    public boolean varies() {
        return longestInShortest() > 1;
    }

    /// What a tissue can be advanced by, min: a mechanics step, or where these differ in length, a
    /// phenotype step.
    public double whole() {
        return varies() ? phenotype : mechanics;
    }
}
