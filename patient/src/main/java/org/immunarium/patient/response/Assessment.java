package org.immunarium.patient.response;

/// What RECIST 1.1 says of a visit.
///
/// @param visit    which
/// @param smallest sum up to the visit before, in mm: the nadir
/// @param change   of the sum since baseline, relative to it; NaN where it was not measured or was 0 at baseline
/// @param target   of target lesions alone
/// @param overall  of all lesions
public record Assessment(Visit visit, double smallest, double change, Response target, Response overall) {}
