package org.immunarium.patient.toxicity;

import org.immunarium.patient.assembly.Assembly;
import org.immunarium.patient.assembly.Mechanism;
import org.immunarium.patient.assembly.Names;

/// Thyroid hormone in blood while the gland is destroyed: first too much, then too little.
///
/// *Biology*: the gland holds hormone for two months. What is destroyed releases its share at once; what is left
/// makes less.
///
/// *Equation*, of the hormone H relative to normal, with G what is left of the gland:
///
///     H' = k_hormone (G + t_store k_destroy (T - 1) G - H)
///
/// *Parameters*:
///
/// | symbol | unit | meaning |
/// |---|---|---|
/// | k_hormone | 1/d | loss of the hormone |
/// | t_store | d | how long what the gland holds would last |
///
/// *Reads and writes*: has the hormone, and `hyperthyroid_harm`, by how much it is above normal while that is
/// observed; reads [GlandDestruction] of the thyroid.
///
/// *Source*: half-life and store of thyroxine, in the table.
///
/// @param place the compartment that all is counted in, `V_C`
public record ThyroidHormone(String place) implements Mechanism {

    @Override
    public void addTo(Assembly patient) {
        patient.part(Names.of("C", place))
                .amount("{C}.thyroid_hormone", "Thyroid hormone, relative to normal", "1")
                .initially("{C}.thyroid_hormone", "one")
                .assigned(
                        "hyperthyroid_harm",
                        "Thyroid hormone above normal while it is observed",
                        "1",
                        "observed * ({C}.thyroid_hormone - 1)")
                .reaction(
                        "Thyroid hormone is made and set free",
                        "-> {C}.thyroid_hormone",
                        "k_hormone * {C}.thyroid_left" + " * (1 + t_store * k_destroy_thyroid * {C}.thyroid_more)")
                .reaction("Loss of thyroid hormone", "{C}.thyroid_hormone ->", "k_hormone * {C}.thyroid_hormone");
    }
}
