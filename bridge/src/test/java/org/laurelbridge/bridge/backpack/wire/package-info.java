@NullMarked
package org.laurelbridge.bridge.backpack.wire;

import org.jspecify.annotations.NullMarked;
