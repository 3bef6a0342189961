/// How well the course of lesions is foretold: by a fit of a mechanistic model, and by the model that is usual.
@NullMarked
package org.immunarium.benchmarks.forecasts;

import org.jspecify.annotations.NullMarked;
