/** Laurel as an OAuth 2.0 authorization server. In: applications that register, learners who allow them something; out: tokens. */
@NullMarked
package org.laurelbridge.webapp.oauth;

import org.jspecify.annotations.NullMarked;
