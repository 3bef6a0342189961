/// From formulas to code: expressions become a graph without repetitions ([Equations]), the graph is
/// differentiated and simplified, and turned into JVM bytecode that evaluates one problem or many side
/// by side ([Kernel]).
@NullMarked
package org.immunarium.equations.compile;

import org.jspecify.annotations.NullMarked;
