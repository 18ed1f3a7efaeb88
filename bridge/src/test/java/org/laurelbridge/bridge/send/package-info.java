@NullMarked
package org.laurelbridge.bridge.send;

import org.jspecify.annotations.NullMarked;
