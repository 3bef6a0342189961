package org.immunarium.tissue.cell;

import java.util.BitSet;
import java.util.List;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Subject;
import org.immunarium.tissue.model.TissueModel;
import org.immunarium.tissue.model.Variable;
import org.immunarium.tissue.model.Vocabulary;
import org.jspecify.annotations.Nullable;

/// What each cell does now, by place in the model's vocabulary.
///
/// Most behaviours are the same for all cells of a type, and kept once a type. Those that a rule changes, that single
/// cells were given, or that are custom variables are columns of their own.
public final class BehaviourValues {

    /// What a dead cell takes up, of what it did.
    public static final double UPTAKE_OF_DEAD = 0.1;

    private final Cells cells;
    private final Vocabulary<Behaviour> vocabulary;
    private final double[][] byType;
    private final @Nullable DoubleColumn[] own;

    /// By place, the types of which a rule changes it.
    private final BitSet[] ruled;

    /// Places that single cells were given, or that are variables.
    private final BitSet single;

    /// @param single places that some cells have their own values of
    public BehaviourValues(TissueModel model, Cells cells, BitSet single) {
        this.cells = cells;
        vocabulary = model.behaviours();
        List<CellType> types = model.types();
        byType = new double[vocabulary.size()][types.size()];
        own = new @Nullable DoubleColumn[vocabulary.size()];
        for (int type = 0; type < types.size(); type++) {
            for (int place = 0; place < byType.length; place++) {
                byType[place][type] = types.get(type).behaviours()[place];
            }
        }
        this.single = (BitSet) single.clone();
        ruled = new BitSet[vocabulary.size()];
        for (int place = 0; place < ruled.length; place++) {
            ruled[place] = new BitSet();
        }
        model.rules().forEach(rule -> ruled[rule.behaviour()].set(rule.type()));
        for (int place = 0; place < own.length; place++) {
            if (vocabulary.word(place).subject() == Subject.VARIABLE) {
                this.single.set(place);
            }
            if (this.single.get(place) || !ruled[place].isEmpty()) {
                own[place] = cells.addDouble(vocabulary.name(place), 0);
            }
        }
    }

    /// All behaviours of the model.
    public Vocabulary<Behaviour> vocabulary() {
        return vocabulary;
    }

    /// Whether cells of one type can differ in a behaviour.
    public boolean isOwn(int place) {
        return own[place] != null;
    }

    /// Whether any cell can ever have another value than this.
    public boolean isEverywhere(int place, double value) {
        if (own[place] != null) {
            return false;
        }
        for (double each : byType[place]) {
            if (each != value) {
                return false;
            }
        }
        return true;
    }

    /// Whether a living cell of a type can never have another value than this: it is the type's, and no rule of
    /// the type changes it.
    public boolean isAlways(int place, int type, double value) {
        return !single.get(place) && !ruled[place].get(type) && byType[place][type] == value;
    }

    /// The value that a living cell of a type has without rules.
    public double ofType(int place, int type) {
        return byType[place][type];
    }

    /// What a cell does. For secretion, uptake and export of the dead see [#exchange].
    public double of(int place, int cell) {
        DoubleColumn column = own[place];
        return column != null ? column.values[cell] : byType[place][cells.type.values[cell]];
    }

    /// The rate of secretion, uptake or export of a cell, which the dead have less of.
    ///
    /// @param ofDead how much of its type's rate a dead cell keeps
    public double exchange(int place, int cell, double ofDead) {
        DoubleColumn column = own[place];
        if (column != null) {
            return column.values[cell];
        }
        double rate = byType[place][cells.type.values[cell]];
        return cells.fate.values[cell] == Fate.ALIVE ? rate : rate * ofDead;
    }

    /// Gives one cell a value of its own.
    ///
    /// @throws IllegalStateException if cells of a type cannot differ in it
    public void set(int place, int cell, double value) {
        DoubleColumn column = own[place];
        if (column == null) {
            throw new IllegalStateException(vocabulary.name(place) + " is the same for all cells of a type");
        }
        column.values[cell] = value;
    }

    /// Changes a value where cells have their own.
    public void scale(int place, int cell, double factor) {
        DoubleColumn column = own[place];
        if (column != null) {
            column.values[cell] *= factor;
        }
    }

    /// Gives a cell all that its type does.
    ///
    /// @param keepConserved whether it keeps custom variables that are conserved
    public void takeType(int cell, List<Variable> variables, boolean keepConserved) {
        int type = cells.type.values[cell];
        for (int place = 0; place < own.length; place++) {
            DoubleColumn column = own[place];
            if (column != null) {
                boolean kept = keepConserved
                        && vocabulary.word(place) == Behaviour.CUSTOM
                        && variables.get(vocabulary.subject(place)).conserved();
                if (!kept) {
                    column.values[cell] = byType[place][type];
                }
            }
        }
    }
}
