/// Pictures of a tissue: cells as discs, a substance behind them, as SVG and as PNG.
///
/// A [org.immunarium.study.tissue.picture.Moment] is what is seen of a frame,
/// [org.immunarium.study.tissue.picture.TissuePicture] lays it out, and a canvas draws it.
/// Nothing of the machine is used, neither its fonts nor its graphics, so a picture is the same
/// bytes everywhere.
@NullMarked
package org.immunarium.study.tissue.picture;

import org.jspecify.annotations.NullMarked;
