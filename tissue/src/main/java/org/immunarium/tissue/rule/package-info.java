/// How signals change what cells do: rules as tables and as sentences, and their values in
/// cells.
///
/// The grammar is that of Johnson et al., *Human interpretable grammar encodes multicellular
/// systems biology models to democratize virtual cell laboratories*, Cell 2025, doi
/// 10.1016/j.cell.2025.06.048, with the meaning that PhysiCell 1.14 gives it.
@NullMarked
package org.immunarium.tissue.rule;

import org.jspecify.annotations.NullMarked;
