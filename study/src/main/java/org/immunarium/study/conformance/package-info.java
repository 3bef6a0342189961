/// Runs the cases of the SBML Test Suite and compares with the results that come with them.
@NullMarked
package org.immunarium.study.conformance;

import org.jspecify.annotations.NullMarked;
