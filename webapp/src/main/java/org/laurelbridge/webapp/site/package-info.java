/** The addresses of Laurel and what answers them. In: a bridge; out: a running site. */
@NullMarked
package org.laurelbridge.webapp.site;

import org.jspecify.annotations.NullMarked;
