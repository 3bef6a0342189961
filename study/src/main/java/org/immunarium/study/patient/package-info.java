/// Studies of one patient, or of many that differ in their parameters: a model of equations, doses
/// given to it, and what is written down.
@NullMarked
package org.immunarium.study.patient;

import org.jspecify.annotations.NullMarked;
