/// What a report shows of patients: time courses, variants side by side, how endpoints of many patients are spread.
@NullMarked
package org.immunarium.study.patient.report;

import org.jspecify.annotations.NullMarked;
