/** What machines talk to. In: requests of LRSs, scripts and monitors; out: what the bridge answers, with the right status. */
@NullMarked
package org.laurelbridge.webapp.endpoint;

import org.jspecify.annotations.NullMarked;
