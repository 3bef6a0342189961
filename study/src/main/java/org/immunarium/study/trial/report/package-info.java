/// What a report shows of a trial.
@NullMarked
package org.immunarium.study.trial.report;

import org.jspecify.annotations.NullMarked;
