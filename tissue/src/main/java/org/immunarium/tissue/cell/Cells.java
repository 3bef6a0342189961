package org.immunarium.tissue.cell;

import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.immunarium.numerics.parallel.Team;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;

/// All cells of a tissue, living and dead, as columns. Lengths are in µm, times in min.
///
/// A cell has an index, which changes when cells are sorted or removed, and an id, which never does and is never
/// given again. What makes results does not depend on indices, only on ids and places.
///
/// Behaviours that need a number more of each cell add a column ([#addDouble]); it is sorted, copied to
/// daughters and saved with all others.
public final class Cells {

    /// The name of [#phase].
    public static final String PHASE = "phase";

    /// The name of [#target].
    public static final String ATTACKED_CELL = "attacked cell";

    private static final int FIRST_CAPACITY = 16;

    private final List<Column> columns = new ArrayList<>();
    private int capacity;
    private int count;
    private long nextId;
    private int changes;
    private final List<Spares> spares = new ArrayList<>();

    /// Never given twice.
    public final LongColumn id = addLong("id", -1);

    /// The number of the type in the model.
    public final IntColumn type = addInt("type", 0);

    /// One of [Fate].
    public final IntColumn fate = addInt("fate", Fate.ALIVE);

    public final DoubleColumn x = addDouble("x", "µm", 0);
    public final DoubleColumn y = addDouble("y", "µm", 0);
    public final DoubleColumn z = addDouble("z", "µm", 0);

    /// The velocity of this step, µm/min.
    public final DoubleColumn vx = addDouble("vx", "µm/min", 0);

    public final DoubleColumn vy = addDouble("vy", "µm/min", 0);
    public final DoubleColumn vz = addDouble("vz", "µm/min", 0);

    /// The velocity of the step before, µm/min.
    public final DoubleColumn previousVx = addHidden("previous vx", 0);

    public final DoubleColumn previousVy = addHidden("previous vy", 0);
    public final DoubleColumn previousVz = addHidden("previous vz", 0);

    /// The velocity that the cell gives itself, µm/min.
    public final DoubleColumn motionX = addHidden("motion x", 0);

    public final DoubleColumn motionY = addHidden("motion y", 0);
    public final DoubleColumn motionZ = addHidden("motion z", 0);

    /// Of the whole cell, µm.
    public final DoubleColumn radius = addDouble("radius", "µm", 0);

    /// How far it touches others, µm: two cells touch where their distance is below the sum of both.
    public final DoubleColumn reach = addHidden("reach", 0);

    /// How far it matters to others at all, µm: its reach or its radius, whichever is more.
    public final DoubleColumn span = addHidden("span", 0);

    /// The whole cell, µm³.
    public final DoubleColumn volume = addDouble("volume", "µm^3", 0);

    /// The nucleus, µm³.
    public final DoubleColumn nuclear = addDouble("nuclear volume", "µm^3", 0);

    /// All fluid, µm³.
    public final DoubleColumn fluid = addDouble("fluid volume", "µm^3", 0);

    /// The solid part of the nucleus, µm³.
    public final DoubleColumn nuclearSolid = addHidden("nuclear solid", 0);

    /// The solid part of the cytoplasm, µm³.
    public final DoubleColumn cytoplasmicSolid = addHidden("cytoplasmic solid", 0);

    /// What the solid part of the nucleus strives for, µm³.
    public final DoubleColumn targetNuclearSolid = addHidden("target nuclear solid", 0);

    /// From 0 to 1.
    public final DoubleColumn calcified = addDouble("calcified fraction", "1", 0);

    /// A necrotic cell bursts at this volume, µm³.
    public final DoubleColumn ruptureVolume = addHidden("rupture volume", 0);

    /// The type whose rates the volumes follow: the one that the cell was born or placed as.
    public final IntColumn volumeType = addHiddenInt("volume type", 0);

    /// The phase of the cycle.
    public final IntColumn phase = addInt(PHASE, 0);

    /// How long it has been in its phase, or dead, min.
    public final DoubleColumn phaseTime = addDouble("phase time", "min", 0);

    /// How much neighbours pressed in the last mechanics step; about 1 where cells are packed.
    public final DoubleColumn pressure = addDouble("pressure", "1", 0);

    public final DoubleColumn damage = addDouble("damage", "1", 0);

    /// How long it was attacked, by all attackers, min.
    public final DoubleColumn attackTime = addDouble("attack time", "min", 0);

    /// What it has done to others, in all.
    public final DoubleColumn damageDelivered = addDouble("damage delivered", "1", 0);

    /// The id of the cell that it attacks or holds; -1 for none.
    public final LongColumn target = addLong(ATTACKED_CELL, -1);

    /// 1 where the cell has left the domain: it does nothing and does not change any more
    /// ([#acts]), but is still there, in the way of others and counted.
    public final IntColumn outside = addInt("outside", 0);

    /// A column for a number more, whose unit the model says by its name, or else has none.
    ///
    /// @param name    in words
    /// @param initial what a new cell has; a daughter has what its mother has
    public DoubleColumn addDouble(String name, double initial) {
        return addDouble(name, "", initial);
    }

    /// As [#addDouble(String, double)].
    ///
    /// @param unit `1` for a plain number
    public DoubleColumn addDouble(String name, String unit, double initial) {
        return add(new DoubleColumn(new Column.About(name, unit, false), initial));
    }

    /// As [#addDouble(String, double)], for steps only: it is no part of frames.
    public DoubleColumn addHidden(String name, double initial) {
        return add(new DoubleColumn(new Column.About(name, "", true), initial));
    }

    /// As [#addDouble(String, double)], for what is no quantity.
    public IntColumn addInt(String name, int initial) {
        return add(new IntColumn(new Column.About(name, "", false), initial));
    }

    /// As [#addInt], for steps only: it is no part of frames.
    public IntColumn addHiddenInt(String name, int initial) {
        return add(new IntColumn(new Column.About(name, "", true), initial));
    }

    /// As [#addInt].
    public LongColumn addLong(String name, long initial) {
        return add(new LongColumn(new Column.About(name, "", false), initial));
    }

    private <C extends Column> C add(C column) {
        columns.add(column);
        column.grow(capacity);
        for (int i = 0; i < count; i++) {
            column.clear(i);
        }
        return column;
    }

    /// Every column, in the order added.
    public List<Column> columns() {
        return Collections.unmodifiableList(columns);
    }

    /// How many cells there are.
    public int count() {
        return count;
    }

    /// How often cells were added, removed or sorted: whoever keeps indices looks whether it is still the same.
    public int changes() {
        return changes;
    }

    /// The id that the next new cell gets.
    public long nextId() {
        return nextId;
    }

    /// Writes all cells, for a run that may be resumed.
    public void write(BlockOutput out) throws IOException {
        out.put(nextId);
        out.put(count);
        out.put(columns.size());
        for (Column column : columns) {
            out.put(column.name());
            column.write(out, count);
        }
    }

    /// Reads what [#write] wrote, in place of all cells.
    ///
    /// @throws StreamCorruptedException if it is not of cells with these columns
    public void read(BlockInput in) throws IOException {
        nextId = in.takeLong();
        int cells = in.takeInt();
        if (cells < 0 || in.takeInt() != columns.size()) {
            throw new StreamCorruptedException("other columns of cells were expected");
        }
        grow(cells);
        count = cells;
        changes++;
        for (Column column : columns) {
            String name = in.takeText();
            if (!name.equals(column.name())) {
                throw new StreamCorruptedException(
                        "the column \"" + column.name() + "\" was expected; found \"" + name + "\"");
            }
            column.read(in, count);
        }
    }

    /// Makes room for as many cells in all, and no more.
    public void reserve(int cells) {
        if (cells > capacity) {
            capacity = cells;
            columns.forEach(column -> column.grow(capacity));
        }
    }

    /// A new cell with nothing but an id.
    ///
    /// @return its index
    public int create() {
        int cell = append();
        for (Column column : columns) {
            column.clear(cell);
        }
        id.values[cell] = nextId++;
        return cell;
    }

    /// A new cell that is like another but for its id.
    ///
    /// @return its index
    public int divide(int mother) {
        int cell = append();
        for (Column column : columns) {
            column.copy(mother, cell);
        }
        id.values[cell] = nextId++;
        return cell;
    }

    private int append() {
        grow(count + 1);
        changes++;
        return count++;
    }

    private void grow(int least) {
        if (least > capacity) {
            capacity = Math.max(least, Math.max(FIRST_CAPACITY, capacity + (capacity >> 1)));
            columns.forEach(column -> column.grow(capacity));
        }
    }

    /// Removes a cell; the last one takes its place.
    public void remove(int cell) {
        count--;
        changes++;
        if (cell != count) {
            for (Column column : columns) {
                column.copy(count, cell);
            }
        }
    }

    /// Puts the cells into another order: the one that was at `order[i]` comes to i.
    ///
    /// @param team shares the columns
    public void sort(int[] order, Team team) {
        while (spares.size() < team.size()) {
            spares.add(new Spares());
        }
        team.run(part -> {
            for (int k = part; k < columns.size(); k += team.size()) {
                columns.get(k).permute(order, count, spares.get(part));
            }
        });
        changes++;
    }

    /// Whether a cell lives and is in the domain: who has left it does nothing, and nobody does anything to it.
    public boolean acts(int cell) {
        return fate.values[cell] == Fate.ALIVE && outside.values[cell] == 0;
    }

    /// Whether a cell lives.
    public boolean isAlive(int cell) {
        return fate.values[cell] == Fate.ALIVE;
    }
}
