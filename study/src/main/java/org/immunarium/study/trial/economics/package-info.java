/// What a trial's arms cost and give: the `economics` of a study of a trial, its tables and its figures.
@NullMarked
package org.immunarium.study.trial.economics;

import org.jspecify.annotations.NullMarked;
