/** People come in from a learning platform (LTI 1.3). In: what the platform's pages post; out: a session, and the page that was asked for. */
@NullMarked
package org.laurelbridge.webapp.lti;

import org.jspecify.annotations.NullMarked;
