/// SBML in and out: Level 1 Version 2 to Level 3 Version 2, hierarchical composition (comp) and distributions
/// (distrib). A file becomes a tree of [XmlElement]s, composition is flattened on that tree, and what is left is
/// read into a [org.immunarium.equations.model.Model] and checked.
@NullMarked
package org.immunarium.equations.sbml;

import org.jspecify.annotations.NullMarked;
