package org.immunarium.equations.system;

/// In what something that is given to a species is counted; of anything else that is given something, there is
/// only its own value.
public enum Measure {
    AMOUNT,
    /// An amount in each unit of the compartment's size, as large as that is when it is given.
    CONCENTRATION
}
