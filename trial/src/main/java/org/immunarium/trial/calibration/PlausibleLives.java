package org.immunarium.trial.calibration;

import java.util.List;

/// What a plausible patient does under one therapy, in several lives: more prone to side effects in one than in
/// another. What is expected of the patient is the mean of all, so that nobody is weighed up for bearing a
/// therapy well by chance.
///
/// @param courses one at least
public record PlausibleLives(List<PlausibleCourse> courses) {

    public PlausibleLives {
        courses = List.copyOf(courses);
    }
}
