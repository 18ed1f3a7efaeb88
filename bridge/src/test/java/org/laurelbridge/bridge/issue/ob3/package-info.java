/** Issuing, tested on real keys. In: something earned; out: what a stranger would read. */
@NullMarked
package org.laurelbridge.bridge.issue.ob3;

import org.jspecify.annotations.NullMarked;
