/// Figures as inline SVG, drawn without anything but text: axes, curves, marks of doses, histograms.
///
/// Nothing is said by colour alone: curves differ in dash and marker too, and every figure can put
/// itself in words and into a table. Colours are CSS variables of the page, so that a figure
/// follows it into the dark and onto paper.
@NullMarked
package org.immunarium.study.report.figure;

import org.jspecify.annotations.NullMarked;
