/** The web server. In: what answers which address; out: a running Jetty with its guards. */
@NullMarked
package org.laurelbridge.webapp.server;

import org.jspecify.annotations.NullMarked;
