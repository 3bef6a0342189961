/// The parameters that explain data best, and how far from them others still do: bounded minimisation from many
/// starts, and profiles of the likelihood.
///
/// | search | of | source |
/// |---|---|---|
/// | [LevenbergMarquardt] | sums of squares | Kanzow et al. 2004, doi 10.1016/j.cam.2004.02.013 |
/// | [NelderMead] | anything, few parameters | Nelder, Mead 1965, doi 10.1093/comjnl/7.4.308 |
/// | [CmaEs] | rough, many minima | Hansen, Ostermeier 2001, doi 10.1162/106365601750190398 |
///
/// [MultiStart] runs any of them from many places on all threads, and [ProfileLikelihood] around what was found.
@NullMarked
package org.immunarium.numerics.inference.fitting;

import org.jspecify.annotations.NullMarked;
