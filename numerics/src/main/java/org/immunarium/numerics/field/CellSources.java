package org.immunarium.numerics.field;

import java.util.Arrays;

/// What cells do with one substance, summed up by voxel: at density ρ it changes by `gain - loss
/// ρ` a time, loss the sum of (V_c / V) (S + U) over the cells of a voxel, gain that of (V_c / V)
/// S ρ* + E / V; what exports below 0 take is at most what is there. Some voxels may be supplied as
/// well ([#supply]). For [CoupledSolver].
public final class CellSources {

    private final Grid grid;
    private int cells;

    /// By cell: the voxel of its own among `voxels`, or -1; what it takes at density 1 and what it
    /// gives, a min.
    private int[] place = {};

    private double[] takes = {};
    private double[] gives = {};

    /// Voxels with cells that do anything, their number, what those do, and the integral of the
    /// density over time.
    private int[] voxels = {};

    private int count;
    private double[] loss = {};
    private double[] gain = {};
    private double[] seen = {};
    private double time;

    /// What exports below 0 would take in a voxel, as a gain below 0, and how much of that was not
    /// there.
    private double[] drain = {};

    private double[] lacking = {};

    /// Voxels that are supplied, and by what, whoever is in them.
    private int[] supplied = {};

    private double[] suppliedShares = {};
    private double suppliedLoss;
    private double suppliedGain;
    private boolean active;

    public CellSources(Grid grid) {
        this.grid = grid;
    }

    /// Lets the density of some voxels change by `share (gain - loss ρ)` more, from the next
    /// [#prepare] on.
    ///
    /// @param voxels in increasing order; not copied
    /// @param shares of each of them, zero or more; not copied
    /// @param loss   in 1/min, zero or more
    /// @param gain   a min, zero or more
    public void supply(int[] voxels, double[] shares, double loss, double gain) {
        supplied = voxels;
        suppliedShares = shares;
        suppliedLoss = loss;
        suppliedGain = gain;
    }

    /// Says where the cells are and what they do, from the next step on; all is copied. Arrays
    /// may be longer than there are cells.
    ///
    /// @param cells  their number
    /// @param voxels the voxel that each is in, in increasing order
    /// @param volume V_c of each, in µm³
    /// @param rates  what they do
    /// @throws IllegalArgumentException if the voxels are not sorted or not of the grid, or a
    ///                                  number is out of its range
    public void prepare(int cells, int[] voxels, double[] volume, ExchangeRates rates) {
        this.cells = 0;
        count = 0;
        time = 0;
        grid.checkSorted(voxels, cells);
        if (place.length < cells + supplied.length) {
            makeRoom(cells + cells / 4 + supplied.length);
        }
        active = suppliedGain > 0;
        double perVolume = 1 / grid.voxelVolume();
        int next = 0;
        for (int cell = 0; cell < cells; cell++) {
            rates.check(cell, volume[cell]);
            takes[cell] = volume[cell] * (rates.secretion()[cell] + rates.uptake()[cell]);
            gives[cell] = Math.fma(volume[cell] * rates.secretion()[cell], rates.target()[cell], rates.export()[cell]);
            if (takes[cell] == 0 && gives[cell] == 0) {
                place[cell] = -1;
                continue;
            }
            active = true;
            next = supplyUntil(voxels[cell], next);
            place[cell] = add(voxels[cell], perVolume * takes[cell], perVolume * gives[cell]);
            drain[place[cell]] += Math.min(0, perVolume * gives[cell]);
        }
        supplyUntil(grid.voxels(), next);
        Arrays.fill(seen, 0, count, 0);
        Arrays.fill(lacking, 0, count, 0);
        this.cells = cells;
    }

    /// Adds the supplies of all voxels up to one.
    private int supplyUntil(int voxel, int from) {
        int next = from;
        while (next < supplied.length && supplied[next] <= voxel) {
            double share = suppliedShares[next];
            add(supplied[next++], share * suppliedLoss, share * suppliedGain);
        }
        return next;
    }

    /// Adds to what is done in a voxel, which is the last so far or after it.
    private int add(int voxel, double itsLoss, double itsGain) {
        if (count == 0 || voxels[count - 1] != voxel) {
            voxels[count] = voxel;
            loss[count] = 0;
            drain[count] = 0;
            gain[count++] = 0;
        }
        loss[count - 1] += itsLoss;
        gain[count - 1] += itsGain;
        return count - 1;
    }

    private void makeRoom(int room) {
        place = new int[room];
        takes = new double[room];
        gives = new double[room];
        voxels = new int[room];
        loss = new double[room];
        gain = new double[room];
        seen = new double[room];
        drain = new double[room];
        lacking = new double[room];
    }

    /// Adds the amount (density times volume) that each cell took up since [#prepare] or the last
    /// call, less what it gave.
    public void addTaken(double[] taken) {
        for (int cell = 0; cell < cells; cell++) {
            if (place[cell] >= 0) {
                int at = place[cell];
                taken[cell] += takes[cell] * seen[at] - gives[cell] * time;
                if (gives[cell] < 0 && lacking[at] > 0) {
                    taken[cell] -= lacking[at] * (gives[cell] / drain[at]);
                }
            }
        }
        Arrays.fill(seen, 0, count, 0);
        Arrays.fill(lacking, 0, count, 0);
        time = 0;
    }

    /// Whether no cell does anything, and nothing is supplied.
    public boolean isEmpty() {
        return !active;
    }

    Grid grid() {
        return grid;
    }

    /// A step has passed.
    void pass(double timeStep) {
        time += timeStep;
    }

    /// Adds what the cells change to the changes of their voxels, those from `from` to `to - 1`,
    /// at the density that they then see: [#see].
    void addChanges(double[] density, double[] change, int from, int to, double timeStep, double theta) {
        int end = firstFrom(to);
        for (int k = firstFrom(from); k < end; k++) {
            int voxel = voxels[k];
            double explicit = change[voxel] + timeStep * (gain[k] - loss[k] * density[voxel]);
            double lost = timeStep * loss[k];
            double implicit = 1 + weight(theta, lost) * lost;
            change[voxel] = explicit / implicit;
            if (drain[k] < 0 && change[voxel] < -density[voxel]) {
                double lack = Math.min(-timeStep * drain[k], (-density[voxel] - change[voxel]) * implicit);
                change[voxel] += lack / implicit;
                lacking[k] += lack;
            }
        }
    }

    /// The weight of a step's end in a voxel: θ, or 1 - 1 / L where the loss L of a step at density 1 is so great that
    /// with θ the density would swing beyond where it goes; it then gets there in one step.
    private static double weight(double theta, double lost) {
        return lost * (1 - theta) > 1 ? 1 - 1 / lost : theta;
    }

    /// Notes the density that the cells saw, `ρ + θ δ` with the changes δ without what diffusion
    /// evens out.
    void see(double[] density, double[] change, int from, int to, double timeStep, double theta) {
        int end = firstFrom(to);
        for (int k = firstFrom(from); k < end; k++) {
            double weight = weight(theta, timeStep * loss[k]);
            seen[k] += timeStep * Math.fma(weight, change[voxels[k]], density[voxels[k]]);
        }
    }

    /// Takes a step of backward Euler with what the cells do alone.
    void react(double[] density, double timeStep) {
        for (int k = 0; k < count; k++) {
            int voxel = voxels[k];
            double given = Math.fma(timeStep, gain[k], density[voxel]);
            if (drain[k] < 0 && given < 0) {
                double lack = Math.min(-timeStep * drain[k], -given);
                given += lack;
                lacking[k] += lack;
            }
            density[voxel] = given / Math.fma(timeStep, loss[k], 1);
            seen[k] += timeStep * density[voxel];
        }
    }

    private int firstFrom(int voxel) {
        int at = Arrays.binarySearch(voxels, 0, count, voxel);
        return at < 0 ? -1 - at : at;
    }
}
