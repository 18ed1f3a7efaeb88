/** Pages about mail: where people say that they want no more of it, and that they want it again. */
@NullMarked
package org.laurelbridge.webapp.mail;

import org.jspecify.annotations.NullMarked;
