@NullMarked
package org.laurelbridge.bridge.send.wire;

import org.jspecify.annotations.NullMarked;
