/// The lab in the browser: a web server on this machine alone, which starts runs, watches them, and hands out
/// what they wrote. Nothing outside this package knows of HTTP.
@NullMarked
package org.immunarium.app.web;

import org.jspecify.annotations.NullMarked;
