/**
 * The Open Badges APIs, 3.0 and 2.1, that applications ask for a learner's badges. In: requests with an access token; out: badges and
 * profiles, as each version has them.
 */
@NullMarked
package org.laurelbridge.webapp.provider;

import org.jspecify.annotations.NullMarked;
