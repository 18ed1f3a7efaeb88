/** From an award to a badge that a stranger can verify. In: awards; out: signed credentials. */
@NullMarked
package org.laurelbridge.bridge.issue;

import org.jspecify.annotations.NullMarked;
