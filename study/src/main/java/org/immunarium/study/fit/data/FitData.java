package org.immunarium.study.fit.data;

import java.util.List;
import org.immunarium.study.patient.PatientCurves.Quantified;

/// A table of measurements, in the model's units.
///
/// @param quantities in the order of columns
/// @param patients   in the order in which they first appear
/// @param named      whether the table says which patient a row is of
public record FitData(List<Quantified> quantities, List<PatientData> patients, boolean named) {}
