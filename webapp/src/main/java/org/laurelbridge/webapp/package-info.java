/** Server, pages and command line. */
@NullMarked
package org.laurelbridge.webapp;

import org.jspecify.annotations.NullMarked;
