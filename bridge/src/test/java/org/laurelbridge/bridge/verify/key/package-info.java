@NullMarked
package org.laurelbridge.bridge.verify.key;

import org.jspecify.annotations.NullMarked;
