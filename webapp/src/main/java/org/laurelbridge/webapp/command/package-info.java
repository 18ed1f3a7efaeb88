/** The command line. In: words; out: an exit code and lines for people or scripts. */
@NullMarked
package org.laurelbridge.webapp.command;

import org.jspecify.annotations.NullMarked;
