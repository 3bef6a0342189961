package org.immunarium.tissue.cell;

import java.util.Locale;

/// Why a cell died or went.
public enum Cause {
    /// By its own rate, unwounded.
    APOPTOSIS,
    /// Likewise.
    NECROSIS,
    /// Apoptosis or necrosis of a cell that was attacked; by the last attacker.
    ATTACK,
    /// Eaten alive.
    PHAGOCYTOSIS,
    FUSION,
    /// Lethal hits of a T cell that its receptor led.
    T_CELL_RECEPTOR,
    /// Lethal hits of a cell that its chimeric receptor led.
    CHIMERIC_RECEPTOR,
    /// Lethal hits of a T cell that an engager tied to it.
    ENGAGER,
    /// Lethal hits for want of MHC-I.
    MISSING_SELF,
    /// Lethal hits to what antibodies had marked: ADCC.
    ANTIBODY_CYTOTOXICITY,
    /// Eaten alive because antibodies had marked it: ADCP.
    ANTIBODY_PHAGOCYTOSIS,
    /// Died rather than divided.
    CHEMOTHERAPY,
    /// Went into a vessel, alive.
    INTRAVASATION,
    /// Left for the lymph node, alive.
    EGRESS,
    /// Killed by one that held it.
    CONTACT_KILLING,
    /// Of old age.
    AGE,
    /// Left the domain, alive, where no wall kept it in: from then on it does nothing.
    LEFT_DOMAIN;

    /// As tables have it: `missing self`.
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
