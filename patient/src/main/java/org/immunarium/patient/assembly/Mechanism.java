package org.immunarium.patient.assembly;

/// One mechanism of a patient's body, tumour or treatment: tumour growth, priming, killing.
///
/// It is added once for each clone, antigen, T cell clone or lesion that it is about. In [#addTo]
/// it says what there is and what happens, through [Part]; values come from the patient's
/// [ParameterTable]. What it mentions another mechanism may declare, before or after it.
@FunctionalInterface
public interface Mechanism {

    /// Writes its equations into a patient.
    void addTo(Assembly patient);
}
