@NullMarked
package org.laurelbridge.bridge.verify.many;

import org.jspecify.annotations.NullMarked;
