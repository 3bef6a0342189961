/// Trials: how a study file of one is read, and what a run of it does and writes.
@NullMarked
package org.immunarium.study.trial;

import org.jspecify.annotations.NullMarked;
