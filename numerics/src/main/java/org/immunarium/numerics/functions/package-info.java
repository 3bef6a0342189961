/// Elementary functions that give the same bits on every machine, one number at a time or several
/// side by side.
///
/// [Exponential][org.immunarium.numerics.functions.Exponential] is our own exp, log and pow;
/// [VectorExponential][org.immunarium.numerics.functions.VectorExponential] is the same arithmetic
/// on the lanes of a vector and
/// [ColumnExponential][org.immunarium.numerics.functions.ColumnExponential] on arrays;
/// [ElementaryFunctions][org.immunarium.numerics.functions.ElementaryFunctions] has everything a
/// formula can ask for. Only the two vector classes touch the module `jdk.incubator.vector`.
@NullMarked
package org.immunarium.numerics.functions;

import org.jspecify.annotations.NullMarked;
