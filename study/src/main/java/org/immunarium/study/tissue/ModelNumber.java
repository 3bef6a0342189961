package org.immunarium.study.tissue;

/// A number of a model, as a run writes it down.
///
/// @param of   the cell type, substance, drug or part of the model that it belongs to
/// @param what it is: `delay`, of `CD8 T cell.priming.neoantigen`
/// @param unit `1` for a plain number
record ModelNumber(String of, String what, double value, String unit) {

    /// A plain number.
    ModelNumber(String of, String what, double value) {
        this(of, what, value, "1");
    }

    /// Under which it is written down.
    String name() {
        return of + "." + what;
    }
}
