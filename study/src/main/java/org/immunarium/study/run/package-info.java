/// From what the command line names to a run with its report and its exports. Of all packages of studies this one knows
/// every kind; the kinds know what they share, `org.immunarium.study`, and not each other.
@NullMarked
package org.immunarium.study.run;

import org.jspecify.annotations.NullMarked;
