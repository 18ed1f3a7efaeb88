/** Tests of the command line. */
@NullMarked
package org.laurelbridge.webapp.command;

import org.jspecify.annotations.NullMarked;
