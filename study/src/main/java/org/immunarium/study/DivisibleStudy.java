package org.immunarium.study;

/// A study whose run can be cut in pieces that are carried out in any order, anywhere: see [Workplace].
public interface DivisibleStudy extends PreparedStudy {

    /// Carries out a piece of the work, on one thread. May be called by several at once.
    ///
    /// @param piece as the run of the same study gave it to a workplace, with the same build of the program
    /// @param heap  what it may fill
    /// @return what came of it, for the run to read
    byte[] carryOut(byte[] piece, Heap heap);
}
