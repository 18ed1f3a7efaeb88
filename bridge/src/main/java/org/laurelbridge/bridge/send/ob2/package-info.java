/** Hosts that speak Badge Connect, the API of Open Badges 2.1. */
@NullMarked
package org.laurelbridge.bridge.send.ob2;

import org.jspecify.annotations.NullMarked;
