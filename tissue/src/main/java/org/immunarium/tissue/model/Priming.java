package org.immunarium.tissue.model;

/// T cells that a lymph node sends when dendritic cells have come with an antigen.
///
/// *Equation*: a dendritic cell with cargo a primes cells × a / (a + halfCargo) × (1 - brake × (1 - b)) T cells, where
/// b is how much of CTLA-4 is blocked. Each arrives a time after the dendritic cell left: the delay and, on top,
/// one that is exponential.
///
/// @param type      the number of the T cells' type
/// @param antigen   its number
/// @param cells     that one dendritic cell primes at most
/// @param halfCargo antigen for half as many
/// @param brake     what CTLA-4 holds back, from 0 to 1
/// @param delay     min, at least
/// @param spread    min, on average, after that
/// @throws IllegalArgumentException if a number is out of its range
public record Priming(
        int type, int antigen, double cells, double halfCargo, double brake, double delay, double spread) {

    public Priming {
        Limits.place("type", type);
        Limits.place("antigen", antigen);
        Limits.notNegative("cells", cells);
        Limits.above("half cargo", halfCargo, 0);
        Limits.fraction("brake", brake);
        Limits.notNegative("delay", delay);
        Limits.notNegative("spread", spread);
    }
}
