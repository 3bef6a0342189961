package org.immunarium.equations.compile;

/// How a kernel is executed. All ways give the same bits; they differ in what they cost to make and to
/// run.
public enum Execution {
    /// Changes from each of the following to the next as the kernel is used; the choice for everything
    /// but benchmarks and tests.
    ADAPTIVE,
    /// Walks the graph; costs nothing to make.
    INTERPRETED,
    /// Bytecode, one lane after the other.
    SCALAR,
    /// Bytecode, as many lanes at once as the machine's vectors hold; slow for seconds until the JVM
    /// has compiled it.
    VECTOR
}
