/// Random numbers that are pure functions of who draws them, what for and how often before.
///
/// A [RandomStream][org.immunarium.numerics.random.RandomStream] is keyed by seed, replicate,
/// entity, purpose and step, so nobody waits for anybody's stream and results do not depend on
/// threads. A [Distribution][org.immunarium.numerics.random.Distribution] turns one uniform number
/// into one draw by inversion.
@NullMarked
package org.immunarium.numerics.random;

import org.jspecify.annotations.NullMarked;
