/// How a trial is laid out: who comes when, and into which arm.
@NullMarked
package org.immunarium.trial.design;

import org.jspecify.annotations.NullMarked;
