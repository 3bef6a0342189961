/// Apache Spark as a workplace: pieces of trials, sweeps and calibrations on many machines. The only module that
/// names Spark.
@NullMarked
package org.immunarium.cluster;

import org.jspecify.annotations.NullMarked;
