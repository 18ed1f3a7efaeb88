/** Who is asking. In: what somebody signed in by; out: a session that a browser carries, and the visitor of a request. */
@NullMarked
package org.laurelbridge.webapp.session;

import org.jspecify.annotations.NullMarked;
