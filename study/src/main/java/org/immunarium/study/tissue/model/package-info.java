/// Models of tissues as files: YAML with units and sources, read into a
/// [org.immunarium.tissue.model.TissueModel] and its beginning. `docs/tissue-models.md` describes the
/// keys.
@NullMarked
package org.immunarium.study.tissue.model;

import org.jspecify.annotations.NullMarked;
