/** Tests of the web server, with real requests. In: bytes on a socket; out: what came back. */
@NullMarked
package org.laurelbridge.webapp.server;

import org.jspecify.annotations.NullMarked;
