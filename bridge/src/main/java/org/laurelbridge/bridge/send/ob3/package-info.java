/** Hosts that speak the Open Badges 3.0 API. */
@NullMarked
package org.laurelbridge.bridge.send.ob3;

import org.jspecify.annotations.NullMarked;
