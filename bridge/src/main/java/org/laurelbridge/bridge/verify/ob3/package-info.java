/** Open Badges 3.0 and CLR 2.0, with an embedded proof or as a token. In: a credential of anybody; out: what holds of it. */
@NullMarked
package org.laurelbridge.bridge.verify.ob3;

import org.jspecify.annotations.NullMarked;
