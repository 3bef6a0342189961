package org.immunarium.tissue.model;

/// What an agent does. All that binds is at equilibrium: of what it binds to, c / (c + K) is bound.
///
/// Constants are concentrations in the agent's unit, above 0.
public sealed interface Action {

    Agent agent();

    /// It covers a receptor or ligand.
    ///
    /// @param dissociation of what it binds to
    record Blocks(Agent agent, Receptor receptor, double dissociation) implements Action {}

    /// It marks cells that have an antigen for NK cells and macrophages.
    ///
    /// @param antigen      its number
    /// @param dissociation of the antigen
    record Opsonises(Agent agent, int antigen, double dissociation) implements Action {}

    /// It ties T cells to cells that have an antigen. Too much of it covers both sides, and ties none.
    ///
    /// @param antigen   its number
    /// @param toAntigen dissociation constant of the antigen
    /// @param toCd3     dissociation constant of CD3
    record Bridges(Agent agent, int antigen, double toAntigen, double toCd3) implements Action {}

    /// It kills cells when they divide, friend and foe.
    ///
    /// @param half  the concentration of half of the effect
    /// @param power Hill's
    record KillsDividing(Agent agent, double half, double power) implements Action {}
}
