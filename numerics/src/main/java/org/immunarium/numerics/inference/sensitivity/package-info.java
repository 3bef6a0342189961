/// Which of the parameters of a model its answer depends on, and how.
///
/// | method | evaluations for k parameters | tells |
/// |---|---|---|
/// | [Morris] | r (k + 1), r of 10 to 50 | which matter at all |
/// | [PartialRankCorrelation] | n, several times k | how strongly and which way, where monotone |
/// | [SobolIndices] | n (k + 2), n of 512 and more | what share of the variance each explains |
///
/// Each is used in two steps, so that models may be evaluated anywhere and in any order: it says where, in the unit
/// cube ([ParameterSpace][org.immunarium.numerics.inference.sampling.ParameterSpace] leads from there to
/// parameters), and is then told the answers there. An answer that is not a number is left out.
@NullMarked
package org.immunarium.numerics.inference.sensitivity;

import org.jspecify.annotations.NullMarked;
