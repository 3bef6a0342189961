package org.immunarium.numerics.random;

/// What a stream of random numbers is for. Streams of different purposes are independent.
///
/// The code is part of every result: a new purpose gets a new code, and none is ever changed or
/// used again.
public enum Purpose {
    /// When the next reaction happens and which.
    REACTION(1),
    /// Draws from the distributions in a model's formulas.
    FORMULA(2),
    /// Which of several simultaneous events comes first.
    EVENT_ORDER(3),
    /// What makes one virtual patient differ from another.
    PATIENT(4),
    /// How often chance alone would give a result, where results are judged.
    JUDGEMENT(5),
    /// Where cells are put.
    PLACEMENT(6),
    /// Whether a cell becomes one of another type.
    TRANSFORMATION(7),
    /// Whether a cell dies.
    DEATH(8),
    /// Whether a cell goes on to another phase of its cycle.
    CYCLE(9),
    /// Where a daughter is put, and of which type it is.
    DIVISION(10),
    /// Where a cell turns to.
    MIGRATION(11),
    /// Which cells hold on to each other, and let go.
    ATTACHMENT(12),
    /// Whom a cell eats, attacks or fuses with.
    INTERACTION(13),
    /// When an attacker lets go.
    RELEASE(14),
    /// Whether a killer hits its target.
    LETHAL_HIT(15),
    /// How many cells come out of a vessel, and where.
    RECRUITMENT(16),
    /// How many T cells a lymph node sends, and when.
    PRIMING(17),
    /// Whether a cell dies rather than divides.
    CHEMOTHERAPY(18),
    /// Whether a cell leaves the tissue.
    DEPARTURE(19),
    /// Whether a killer gets hold of a cell, kills it, lets go.
    KILLING(20),
    /// The seed of a repetition of a whole study.
    REPLICATE(21),
    /// Where points lie that a space of parameters is sampled at.
    SAMPLING(22),
    /// Which of a sample are taken again, to see how much a statistic owes to chance.
    RESAMPLING(23),
    /// Where a search for the best parameters tries.
    SEARCH(24),
    /// Where a Markov chain goes.
    CHAIN(25),
    /// Which arm of a trial patients are given to.
    ALLOCATION(26),
    /// When a patient comes into a trial, and leaves it without an event.
    FOLLOW_UP(27),
    /// When a patient dies.
    SURVIVAL(28),
    /// By how much what is measured at a visit is off.
    MEASUREMENT(29),
    /// What a value of an economic evaluation is, of those that are not known exactly.
    VALUATION(30),
    /// When a patient has a lesion where there was none.
    NEW_LESION(31),
    /// Whether a patient is given another therapy after progression.
    NEXT_LINE(32),
    /// How many days before or after the planned one a patient comes to a visit.
    VISIT_TIME(33),
    /// Which patient of a stored population is met.
    STORED_PATIENT(34);

    private final int code;

    Purpose(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
