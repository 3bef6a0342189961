/// Ordinary differential equations, stiff or not, with algebraic equations of index 1, for one problem or many side by
/// side.
///
/// A short tour:
///
///  1. [OdeSystem] is the equations: derivatives and Jacobian of all lanes at once.
///  2. [OdeSettings] says how accurately: a relative tolerance, an absolute one for each state, which states must not
///     become negative, which method.
///  3. [Trajectory] is one problem: where it starts, when it jumps (doses), what it reports (outputs from dense
///     output), what it watches (root functions), when it is done.
///  4. [LaneBatch] advances trajectories, one a lane; [Lane] is what a trajectory sees of it.
///  5. [LaneSolver] is the layer below, for drivers that do events and outputs in a way of their own.
///
/// A single run is a batch of one lane:
///
/// ```java
/// LaneBatch run = LaneBatch.single(system, OdeSettings.of(1e-6, absolute), trajectory); run.advance(10);   // all
/// of the trajectory's calls up to t = 10 run.advance(20);   // goes on inside the same step run.run();         //
/// to the end
/// ```
///
/// What holds throughout: a trajectory's numbers depend neither on the lane, nor on the neighbours, nor on the number
/// of lanes, nor on where outputs are asked, nor on how `advance` is cut into pieces. Only stops are step boundaries.
@NullMarked
package org.immunarium.numerics.ode;

import org.jspecify.annotations.NullMarked;
