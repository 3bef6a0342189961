package org.immunarium.equations.compile;

/// Compiled equations: outputs as functions of time, states and parameters, for `lanes()` problems side
/// by side.
///
/// Arrays are columns: element `i` of lane `l` is at `[i * lanes() + l]`. Arrays may be longer than
/// needed.
///
/// Life cycle: whenever parameters have changed, [#prepare] computes what depends on them alone;
/// [#evaluate] then runs many times. Neither allocates. Results depend on the arguments only, to the
/// last bit, whatever the number of lanes. One thread uses a kernel at a time; other threads use
/// [#copy].
public interface Kernel {

    /// The number of problems side by side.
    int lanes();

    /// The number of outputs of one problem.
    int outputs();

    /// Takes over the parameters. A kernel that was never prepared does this itself at its first
    /// evaluation.
    ///
    /// @param parameter the values that [Scope.Parameter] bindings point at; `varying` ones need no
    ///     preparation
    void prepare(double[] parameter);

    /// Computes the outputs.
    ///
    /// @param time      the time of each lane
    /// @param state     the states
    /// @param parameter the parameters as last prepared, and the present values of varying ones
    /// @param out       receives the outputs; none of the arrays above
    void evaluate(double[] time, double[] state, double[] parameter, double[] out);

    /// Another kernel with the same equations and memory of its own, not yet prepared.
    Kernel copy();
}
