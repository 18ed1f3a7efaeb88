/** Issuing, tested on real keys. In: something earned; out: what a stranger would read. */
@NullMarked
package org.laurelbridge.bridge.issue.key;

import org.jspecify.annotations.NullMarked;
