package org.immunarium.trial.calibration;

import org.immunarium.trial.observation.DeathHazard;
import org.immunarium.trial.observation.SizeHazard;

/// What befalls patients of a kind besides what their tumours do: those of one line of treatment, say.
///
/// @param death      why they die
/// @param newLesions how soon lesions come that nobody planned
public record Hazards(DeathHazard death, SizeHazard newLesions) {}
