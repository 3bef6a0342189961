/// Which parameters of a patient's model what is measured depends on: `immunarium sensitivity`.
@NullMarked
package org.immunarium.study.sensitivity;

import org.jspecify.annotations.NullMarked;
