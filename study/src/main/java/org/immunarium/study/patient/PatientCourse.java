package org.immunarium.study.patient;

import java.util.List;
import java.util.Map;
import org.immunarium.patient.GivenDose;

/// One time course to run.
///
/// @param id    the folder of its tables; empty where the run has only this one
/// @param title for people
/// @param set   values in place of the model's, by id, in the model's units
/// @param doses in order
record PatientCourse(String id, String title, Map<String, Double> set, List<GivenDose> doses) {}
