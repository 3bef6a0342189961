/// When a course of treatment is a response, and when it is progression.
@NullMarked
package org.immunarium.patient.response;

import org.jspecify.annotations.NullMarked;
