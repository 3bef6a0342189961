package org.immunarium.study.report.figure;

/// Something given, as it is marked on a time axis.
///
/// @param time     when it starts
/// @param duration how long it runs in, in the same unit; 0 for a bolus, infinite where it does not end
/// @param drug     what, for the legend
public record DoseMark(double time, double duration, String drug) {}
