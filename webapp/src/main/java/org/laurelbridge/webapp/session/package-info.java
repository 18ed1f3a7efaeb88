/** Who is asking. In: a token; out: a session that a browser carries. */
@NullMarked
package org.laurelbridge.webapp.session;

import org.jspecify.annotations.NullMarked;
