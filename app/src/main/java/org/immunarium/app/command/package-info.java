/// One class a command.
@NullMarked
package org.immunarium.app.command;

import org.jspecify.annotations.NullMarked;
