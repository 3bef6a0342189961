/// Frames: all cells and substances of a tissue at one time, as Zarr, in the run's folders
/// `cells` and `fields`.
///
/// [org.immunarium.study.tissue.frame.FrameWriter] writes them while a tissue runs,
/// [org.immunarium.study.tissue.frame.RunFrames] finds them in a run's folder.
@NullMarked
package org.immunarium.study.tissue.frame;

import org.jspecify.annotations.NullMarked;
