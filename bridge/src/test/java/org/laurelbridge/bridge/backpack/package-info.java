@NullMarked
package org.laurelbridge.bridge.backpack;

import org.jspecify.annotations.NullMarked;
