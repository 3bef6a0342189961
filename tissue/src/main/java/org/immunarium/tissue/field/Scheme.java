package org.immunarium.tissue.field;

import java.util.function.IntFunction;
import org.immunarium.numerics.field.ExchangeRates;

/// How diffusion, decay and what cells do are taken on in time.
sealed interface Scheme permits SplitScheme, CoupledScheme {

    /// Says which substances are there; others are left out.
    ///
    /// @param there their numbers, in order
    /// @param jump  whether one of them is new, so that the next step is to smooth out what it brings
    void include(int[] there, boolean jump);

    /// Lets the concentration of a substance change by `share (gain - loss c)` in some voxels, from
    /// when what cells do is looked at next.
    ///
    /// @param voxels in increasing order
    /// @param shares of each of them, above 0
    /// @param loss   1/min, above 0
    /// @param gain   the substance's unit a min
    void supply(int substance, int[] voxels, double[] shares, double loss, double gain);

    /// Looks anew at what cells do.
    ///
    /// @param cells   how many do anything
    /// @param voxels  where each is, in order
    /// @param volumes of each, µm³
    /// @param rates   what they do with a substance; read before the next is asked for
    void prepare(int cells, int[] voxels, double[] volumes, IntFunction<ExchangeRates> rates);

    /// Says that a cell has gone to another voxel and that nothing else has changed; see
    /// [org.immunarium.numerics.field.CellExchange#move].
    ///
    /// @return whether that is all; else what cells do is to be looked at anew
    boolean move(int from, int to, int voxel);

    /// Whether any cell does something to a substance now.
    boolean isActive(int substance);

    /// Takes a step of all substances that are there.
    ///
    /// @param number how many there were before
    /// @param taken  of each substance, what each cell took up, to be added to; empty where that is not counted
    void step(long number, double[][] taken);
}
