package org.immunarium.tissue.physicell;

import java.util.Optional;
import org.immunarium.tissue.model.Behaviour;
import org.immunarium.tissue.table.Numbers;
import org.immunarium.tissue.table.Range;

/// Reads `<motility>`.
final class MotilityReader {

    private MotilityReader() {}

    static void read(XmlElement motility, TypeDraft draft, Names names) {
        draft.set(
                Behaviour.MIGRATION_SPEED,
                motility.number("speed", draft.get(Behaviour.MIGRATION_SPEED), Range.NOT_NEGATIVE, Label.SPEED));
        draft.set(
                Behaviour.MIGRATION_BIAS,
                motility.number("migration_bias", draft.get(Behaviour.MIGRATION_BIAS), Range.FRACTION, Label.PLAIN));
        draft.set(
                Behaviour.MIGRATION_PERSISTENCE,
                motility.number(
                        "persistence_time",
                        draft.get(Behaviour.MIGRATION_PERSISTENCE),
                        Range.NOT_NEGATIVE,
                        Label.TIME));
        motility.child("options").ifPresent(options -> {
            draft.motile = options.childFlag("enabled", draft.motile);
            draft.flatMotion = options.childFlag("use_2D", draft.flatMotion);
            options.child("chemotaxis").ifPresent(one -> one(one, draft, names));
            options.child("advanced_chemotaxis").ifPresent(all -> all(all, draft, names));
        });
    }

    /// Migration along one substance: which one is read even where it is not enabled, since a child of the type may
    /// have it on.
    private static void one(XmlElement chemotaxis, TypeDraft draft, Names names) {
        boolean enabled = chemotaxis.childFlag("enabled", false);
        chemotaxis.required("substrate").ifPresent(substrate -> {
            int number = substrate.named(substrate.text(), "a substance", names.substances());
            draft.followed = Math.max(0, number);
        });
        Optional<XmlElement> direction = enabled ? chemotaxis.required("direction") : chemotaxis.child("direction");
        direction.ifPresent(written -> {
            long sign = Numbers.integer(written.text()).orElse(0);
            if (Math.abs(sign) == 1) {
                draft.up = sign == 1;
            } else if (enabled || !written.text().isEmpty()) {
                written.wrong("\"" + written.text() + "\" was found; 1 (up the gradient) or -1 (down) is expected");
            }
        });
        if (enabled) {
            draft.follows = TypeDraft.Follows.ONE_SUBSTANCE;
        }
    }

    /// Migration along the weighted gradients of all substances, which has precedence.
    private static void all(XmlElement chemotaxis, TypeDraft draft, Names names) {
        boolean normalised = chemotaxis.childFlag("normalize_each_gradient", false);
        chemotaxis
                .child("chemotactic_sensitivities")
                .ifPresent(list -> TypeRates.read(
                        list.children("chemotactic_sensitivity"),
                        "substrate",
                        "a substance",
                        Behaviour.CHEMOTAXIS,
                        names.substances(),
                        draft));
        if (chemotaxis.childFlag("enabled", false)) {
            draft.follows = normalised ? TypeDraft.Follows.ALL_NORMALISED : TypeDraft.Follows.ALL_SUBSTANCES;
        }
    }
}
