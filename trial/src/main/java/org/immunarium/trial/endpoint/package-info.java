/// What a trial reports: responses, times to events, arms beside each other.
@NullMarked
package org.immunarium.trial.endpoint;

import org.jspecify.annotations.NullMarked;
