/** Where awards must be known. In: deliveries that stand in the outbox; out: grades in gradebooks, and why one is not there. */
@NullMarked
package org.laurelbridge.bridge.deliver;

import org.jspecify.annotations.NullMarked;
