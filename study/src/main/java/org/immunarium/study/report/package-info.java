/// A run's `report.html`, made from nothing but the run's folder, so that it can be made again at any
/// time.
@NullMarked
package org.immunarium.study.report;

import org.jspecify.annotations.NullMarked;
