package org.immunarium.tissue.model;

/// How often what is done, min. Each is a whole multiple of the one before, [#MOST] at most.
///
/// @param diffusion of substances
/// @param mechanics of forces, motion and contacts
/// @param phenotype of rules, volumes, death and division
public record TimeSteps(double diffusion, double mechanics, double phenotype) {

    /// So many of the smaller steps in one of the larger, or fewer: with more, none would ever end.
    public static final int MOST = 100_000;

    public static final TimeSteps DEFAULT = new TimeSteps(0.01, 0.1, 6);
}
