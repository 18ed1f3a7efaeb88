/** Open Badges 2.0, hosted and signed. In: an assertion of anybody; out: what holds of it. */
@NullMarked
package org.laurelbridge.bridge.verify.ob2;

import org.jspecify.annotations.NullMarked;
